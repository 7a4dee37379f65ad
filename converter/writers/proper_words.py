"""English words that have a capital wherever they stand: countries, peoples, regions, months, days.

A style that writes titles as sentences would lower them, and nothing in a title that is written in Title
Case tells them from other words. Words that are as often common ones (Polish, May, March) are left out; the
body of the document decides about these.
"""

from __future__ import annotations

from converter.normalizers.spaces import word_set

PROPER_WORDS = word_set("""
    afghanistan afghan albania albanian algeria algerian america american andorra angola argentina
    argentine armenia armenian australia australian austria austrian azerbaijan azerbaijani bahrain
    bangladesh belarus belarusian belgium belgian bolivia bosnia bosnian botswana brazil brazilian britain
    british bulgaria bulgarian cambodia cameroon canada chad canadian chile china chinese colombia croatia
    croatian cuba cuban cyprus cypriot czechia denmark danish ecuador egypt egyptian england english
    eritrea estonia estonian ethiopia ethiopian finland finnish france french georgia georgian germany
    german ghana greece greek guatemala haiti herzegovina honduras hungary hungarian iceland india indian
    indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli italy italian jamaica japan
    japanese jordan jordanian kazakhstan kazakh kenya kenyan korea korean kosovo kuwait kuwaiti kyrgyzstan
    kyrgyz laos latvia latvian lebanon lebanese liberia libya libyan liechtenstein lithuania lithuanian
    luxembourg macedonia macedonian malaysia maldives mali malta maltese mexico mexican moldova moldovan
    mongolia mongolian montenegro morocco moroccan mozambique myanmar namibia nepal netherlands nicaragua
    niger nigeria nigerian norway norwegian oman pakistan pakistani palestine palestinian panama paraguay
    peru philippines poland portugal portuguese qatar qatari romania romanian russia russian rwanda
    scotland scottish senegal serbia serbian singapore slovakia slovak slovenia slovenian somalia somali
    spain spanish sudan sudanese sweden swedish switzerland swiss syria syrian taiwan taiwanese tajikistan
    tajik tanzania thailand tunisia tunisian turkey turkish türkiye turkiye turkic turkmenistan turkmen
    uganda ukraine ukrainian uruguay uzbekistan uzbek vatican venezuela vietnam vietnamese wales welsh
    yemen yemeni zambia zimbabwe

    abkhazia africa african anatolia arab arabia arabian arabic arctic asia asian atlantic balkan balkans
    baltic caspian caucasus caucasian chechnya crimea crimean dagestan eurasia eurasian europe european
    karabakh kurd kurdish kurdistan mediterranean nakhchivan nakhichevan ossetia ottoman pacific persian
    scandinavia siberia siberian soviet tatar thrace zangezur

    ankara astana athens baghdad baku beijing belgrade berlin brussels bucharest budapest cairo damascus
    geneva istanbul jerusalem kabul kyiv kiev london madrid minsk moscow nicosia paris prague riyadh sofia
    stepanakert tbilisi tehran tokyo vienna vilnius warsaw washington yerevan

    christian christianity islam islamic jewish muslim

    january february april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
""")
