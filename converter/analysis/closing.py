"""How texts behind the text begin: thanks, notes to the reader, who the author is.

All houses word them alike, in each language in its own way. Behind a list of notes, where nothing else parts
them from the last note, their first words do.
"""

from __future__ import annotations

import re

from converter.analysis.notices import OPENING, is_notice

THANKS = re.compile(
    r"""
      (?: the \s )? (?: authors? | writers? ) \s (?: would \s like \s to \s | wish (?:es)? \s to \s
      | (?:is|are) \s )?
      (?: thanks? | acknowledges? | grateful | indebted | express )          # The author thanks
    | (?: I | we ) \s (?: would \s like \s to \s | wish \s to \s | am \s | are \s | also \s )?
      (?: thank | grateful | indebted | acknowledge )                        # I am grateful to
    | (?: my | our | with | many )? \s* thanks \s (?: are \s due \s )? (?: to | go )
    | this \s \w+ \s (?: was | has \s been | is ) \s (?: funded | supported | made \s possible )
    | (?: yazar | makale | müəllif | bu ) \w* \b .{0,140} (?: teşekkür | müteşekkir | minnettar
      | təşəkkür | minnətdar )
    | (?: der | die ) \s (?: autor | verfasser ) \w* \s (?: dank | bedank ) | ich \s danke
    | l[’'e] \s? auteure? \s (?: remercie | tient | exprime ) | les \s auteure?s \s (?: remercient
      | tiennent )
    | автор \w* \s (?: благодар | выража | призна | дяку | вдячн )
    | (?: el | la | los | las ) \s autor \w* \s (?: agradec | quier )
    | l[’'] \s? autore \s ringrazia | autor \w* \s dzięk
    """,
    re.VERBOSE | re.IGNORECASE,
)

LIFE = re.compile(
    r"""
      (?: the \s )? (?: authors? | writer ) \s (?: is | are | was | works
      | has ) \b (?! \s (?: grateful | indebted ) )
    | (?: the \s )? author \s* : \s
    | yazar , \s | yazar \s .{0,120} (?: üyesi | uzmanı | araştırmacısı | görevlisi | profesörü
      | direktörü ) \w*
    | müəllif \s .{0,120} (?: dır | dir | dur | dür ) \b
    | (?: der \s autor | die \s autorin | der \s verfasser | die \s verfasserin ) \s (?: ist | war
      | arbeitet | lehrt )
    | l[’'] auteure? \s (?: est | travaille | enseigne )
    | автор \s (?: [—–-] | является | работает | преподаёт | преподает )
    | (?: el \s autor | la \s autora ) \s es
    """,
    re.VERBOSE | re.IGNORECASE,
)


RUN_IN_THANKS = re.compile(
    r"(?:Acknowledge?ments?|Teşekkür(?:ler)?|Danksagung|Remerciements|Благодарности)\s(?=[^\W\d_a-z])"
)
RUN_IN_LIFE = re.compile(
    r"""
    (?: (?i: about \s the \s authors?) | (?i: yazar (?: lar )? \s hakkında)
      | Über \s d(?: en \s Autor | ie \s Autor (?: in | en ) ) | Об \s автор (?: е | ах ) )
    \s (?= [^\W\d_a-z] )
    """,
    re.VERBOSE,
)
"""Headings on the line of what they head: ``About the author Ada Orman leads …``."""


def closes(text: str) -> bool:
    """Tell whether a passage behind the notes is none: a disclaimer, thanks, where the text first appeared.

    >>> closes("The author thanks the keepers."), closes("Council of Morrin, Minutes, 1911.")
    (True, False)
    """
    return is_notice(text) or THANKS.match(text[:OPENING]) is not None


def tells_of_author(text: str) -> bool:
    """Tell whether a passage says who the author is, without the name.

    >>> tells_of_author("The author is a fellow of the institute.")
    True
    """
    return LIFE.match(text[:OPENING]) is not None
