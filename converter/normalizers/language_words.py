"""The frequent words, endings and letters that tell nineteen languages in Latin letters from one another."""

from __future__ import annotations

WORDS = {
    "en": """
        the of and to in a is that for on with as was by are from this it at be has have had not or an which
        were their its but they been will would can could may more other between after before against into
        over about under during than who what how why when where these those such also only some any all new
        first two one no if so while because through his her our your we you he she there within without
        across amid near among towards toward despite beyond does did iran border military war peace talks
        says said launch launches warns joint drill drills exercise exercises power struggle silent security
        policy foreign minister ministry state states government international relations agreement conflict
        crisis report analysis commentary future past history role challenge challenges opportunity threat
        threats strategy strategic regional world east west south north europe european turkey turkish
        russia russian armenia armenian azerbaijan azerbaijani georgia ukraine china united nations union
        issue issues question problem problems genocide law court human rights election elections economy
        economic energy trade visit visits meeting president prime opposition corridor region bilateral
        cooperation statement statements killed attack attacks year years people country countries center
        centre studies news update understanding rethinking perspective sea black white red grain deal deals
        link links open opens opened reopen reopened closed hosts host summit conference climate matters
        matter meet meets transport line lines road railway rail bridge gas oil pipeline water land army
        troops weapons ships ship missile missiles defence defense ceasefire treaty accord pact allies
        alliance neighbours neighbors minority memory culture religion church press freedom speech vote
        votes parliament senate bill resolution recognition denial claims claim archive archives truth lies
        myth facts fact case cases view views letter interview book review brief paper note notes study
        survey part series week month today tomorrow yesterday time times long short great big small good
        bad old young high low right left public national local global modern ancient last next still again
        never always every each both many much few several most least same different possible impossible
        important collapse collapses rise fall growing rising return returns begins begin ends end start
        starts wants want needs need makes make takes take gives give goes go comes come sees see finds find
        calls call seeks seek faces face holds hold keeps keep israel israeli syria syrian iraq
        egypt greece greek cyprus lebanon libya poland
        hungary germany german france french britain british japan india kazakhstan uzbekistan romania
        bulgaria bulgarian sweden washington southern northern eastern western strikes strike targets target
        envoy envoys urges urge sends send delays delay bid warning threatens rejects reject
        approves approve
        backs blocks block builds build cuts cut expands expand extends halts halt hits hit kills leads lead
        leaves leave loses lose moves move names orders order plans plan pledges raises raise rally ready
        reaches refuses resume resumes signs sign slams stops strengthens suspends suspend tests visits
        vows wins win withdraws leaders leader officials official protesters protest protests refugees
        soldiers villages village city capital border borders sanctions prices exports imports budget
        balance battle beginning bridges challenge debate decade decline democracy diplomacy diplomatic
        dispute divided empire facing forgotten friends growth hope identity independence influence journey
        justice language leadership legacy lessons limits losing migration movement neighbor neighbour
        partnership politics populism position prospects reality reform responsibility risk rule shadow
        society stability support tension tensions tools toward uncertain violence voices winning workers
        winter summer spring autumn quiet
        cabinet bitter harvest off islands island mayor chief officer step steps down former another
        story stories spy bankers fear fears fresh fleet students occupy faculty resigns hidden cost
        costs courts investors premier swap prisoner prisoners arrive arrives arrived remote valleys
        rescued migrants unveils scheme housing ring fraud along coast tourism documents document
        tell tells tougher rules trial stands general denies farmers teachers women children family
        families killing shooting fire floods flood storm earthquake drought weather hospital
        doctors school schools university airport airline flight flights bus port ports shipping
        harbour harbor fishing fish price wage wages tax taxes debt loan loans market markets stock
        trader bank banks banker slows slow record highest lowest fuel coal nuclear reactor plant
        plants solar wind grid jobs job unemployment king queen prince throne coup rebels rebel
        guerrillas hostage hostages prison jail jailed arrested arrests detained charged charges
        accused guilty sentence sentenced appeal ruling judge judges lawyer lawyers suspected
        suspect corruption scandal inquiry probe search seized seizes smuggling smugglers drugs
        spies hackers hacking cyber satellite space rocket rockets bomb bombs bombing blast
        explosion fighters fighting siege shells shelling frontline wounded dead deaths dies died
        survivors victims mourn mourning funeral grave graves buried exile homeland diaspora refugee
        camp camps shelter aid relief donors funding funds invest investment building rebuilds
        rebuild restored restoration restores ruins treasure museum exhibition film films festival
        music song songs poet writer writers novel football match team player players coach quietly
        slowly suddenly finally nearly almost already soon later earlier behind above below around
        inside outside
    """,
    "tr": """
        ve bir bu ile için de da olarak olan olduğu daha çok en ne gibi kadar sonra önce ise ancak ama hem
        ki mi mu mü o şu her tarafından üzerine arasında karşı göre değil var yok olması eden etti etmek
        edildi yeni yeniden neden nasıl iran türkiye türk rusya ermenistan azerbaycan gürcistan ukrayna
        avrupa amerika abd dışişleri bakanı bakanlığı başkanı cumhurbaşkanı ortak askeri tatbikat başlattı
        başladı savaş barış sınır politika politikası güvenlik ilişkileri ilişkiler ilişkisi bölgesel
        uluslararası siyaset tarih tarihi sorun sorunu sorunları meselesi kriz krizi açıklama açıkladı haber
        haberleri gelecek geleceği devlet devleti hükümet seçim seçimleri dünya doğu batı güney kuzey
        kafkasya soykırım iddiaları iddiası adlı dair ilk iki bağlamında çerçevesinde üzerinden yönelik
        ilgili yapılan yıl yılı yılında gün günü konusunda anlaşma anlaşması zirvesi ziyaret ziyareti enerji
        ekonomi ekonomik hukuk insan hakları mahkemesi raporu analiz yorum değerlendirme bakış yaklaşım
        dönem dönemi süreci etkisi rolü önemi koridor koridoru karadeniz tahıl hat hattı yolu projesi proje
        konferansı iklim toplantı toplantısı görüşme görüşmesi görüşmeleri buluştu çöktü açtı kapattı yaptı
        oldu geldi gitti dedi etkileri sorunlar tarihsel siyasi kültür kilise basın özgürlüğü meclis senato
        yasa yasası karar kararı tanıma inkar iddia arşiv arşivleri gerçek gerçekler kitap söyleşi mektup
        bölüm hafta ay bugün yarın dün büyük küçük son sözde birliği birleşmiş milletler ordu asker silah
        füze boğazlar boğaz kıbrıs suriye irak yunanistan bulgaristan balkanlar orta asya
    """,
    "az": """
        və bir bu ilə üçün də da olan edib olub deyil var yox daha çox ən kimi qədər sonra əvvəl isə amma
        həm ki o hər tərəfindən üzrə arasında qarşı görə haqqında iki yeni necə niyə nə etdi edir edilib
        olunub keçirilib keçirilir iran azərbaycan türkiyə rusiya ermənistan gürcüstan ukrayna avropa abş
        hərbi əməkdaşlıq əməkdaşlığı inkişaf etdirilir nazir naziri nazirliyi prezident prezidenti birgə
        təlim təlimi təliminin müharibə sülh sərhəd siyasət siyasəti təhlükəsizlik münasibətləri
        münasibətlər beynəlxalq tarix tarixi məsələ məsələsi xəbər xəbərlər gələcək dövlət hökumət seçki
        seçkilər dünya şərq qərb cənub şimal qafqaz soyqırımı başlayıb başladı keçirildi bildirib il ili
        ildə gün günü bakı bakıda qarabağ mərasimi açılış baş görüş görüşüb səfəri saziş iqtisadi hüquq xalq
        dəhliz dəhlizi layihə layihəsi konfransı konfrans iqlim başçıları görüşdü açıldı yolu dəmir ordu
        silah dava davası parlament parlamentində komissiya qanun qərar şəhər şəhəri kənd mədəniyyət din
        mətbuat azadlıq səsvermə tanınma arxiv həqiqət kitab müsahibə məktub hissə həftə ay bugün sabah
        dünən böyük kiçik son yüksək şimali cənubi
    """,
    "fr": """
        le la les de des du et un une en dans que qui est pour par sur au aux avec ne pas plus ce cette ces
        son sa ses leur leurs il elle ils nous vous mais ou où comme sont été être entre contre sans sous
        après avant depuis vers très aussi tout tous selon lors dont ainsi guerre paix politique frontière
        militaire sécurité relations internationales président ministre gouvernement état russie turquie
        arménie azerbaïdjan iran europe européenne union monde droit l d qu sommet accord accords otan
        céréales mer noire route ligne gaz pétrole traité génocide reconnaissance mémoire histoire culture
        église presse liberté loi sénat parlement pourquoi comment caucase asie allemagne royaume
        affaires étrangères
        nouvelle nouveau nouveaux
    """,
    "de": """
        der die das den dem des und ein eine einen einem einer eines in im ist sind von vom mit auf für
        nicht zu zum zur auch als an am aus bei nach über unter vor durch gegen zwischen oder aber wie wird
        werden wurde hat haben sich es sie er wir ihr sein seine ihre noch nur mehr bis wenn dass kein keine
        neue neuer krieg frieden politik sicherheit grenze beziehungen russland türkei armenien
        aserbaidschan iran europa europäische regierung präsident welt zukunft gipfel abkommen nato warum
        getreide meer schwarzes straße linie gas öl vertrag völkermord anerkennung geschichte kultur kirche
        presse freiheit gesetz parlament bundestag südkaukasus wichtig
    """,
    "es": """
        el la los las de del y un una unos unas en que es por para con no se su sus al lo como más pero o
        este esta estos estas entre sobre sin desde hasta muy también ya son fue ha han ser contra tras ante
        según cuando donde guerra paz política frontera militar seguridad relaciones internacionales
        presidente ministro gobierno estado rusia turquía armenia azerbaiyán irán europa europea unión mundo
        derecho nueva nuevo cumbre acuerdo acuerdos otan mar negro línea gas petróleo tratado genocidio
        reconocimiento memoria historia cultura iglesia prensa libertad ley senado parlamento qué cómo
    """,
    "it": """
        il lo la i gli le di del della dei delle dello degli e un una uno in che è per con non si da dal
        dalla sul sulla nel nella al alla come più ma o anche sono stato essere tra fra contro senza dopo
        prima questo questa suo sua loro guerra pace politica confine militare sicurezza relazioni
        internazionali presidente ministro governo russia turchia armenia azerbaigian europa europea unione
        mondo nuova nuovo l d dell nell all vertice accordo accordi mar nero linea petrolio trattato
        genocidio riconoscimento memoria storia cultura chiesa stampa libertà legge senato parlamento perché
    """,
    "pt": """
        o a os as de do da dos das e um uma em no na nos nas que é por para com não se seu sua ao aos à como
        mais mas ou este esta entre sobre sem desde até muito também já são foi ser contra após segundo
        quando pelo pela guerra paz política fronteira militar segurança relações internacionais presidente
        ministro governo estado rússia turquia armênia europa união mundo nova novo cúpula cimeira acordo
        acordos mar negro linha petróleo tratado genocídio reconhecimento memória história igreja imprensa
        liberdade lei senado parlamento
    """,
    "nl": """
        de het een en van in is dat op te voor met zijn aan niet door om ook als bij uit naar over tot na
        tegen tussen maar of deze dit die er hij zij ze wordt worden werd heeft hebben nog meer geen wel
        onder oorlog vrede beleid veiligheid grens betrekkingen rusland turkije europa europese regering
        wereld nieuwe
    """,
    "pl": """
        i w na z do nie się o jest że to po od za przez dla jak ale co oraz przed przy ich jego jej są był
        była było być tym tego które który która między przeciw pod nad wojna pokój polityka granica
        bezpieczeństwo rosja rosji turcja armenia europa europy unia polska polski rząd świat nowa nowy
    """,
    "ro": """
        și de la în a cu pe din că nu este sunt un o pentru care mai se al ai ale lui prin despre după între
        fără sau dar cel cea ce acest această către război pace politica securitate graniță rusia turcia
        armenia europa uniunea guvernul președintele lumea nou nouă
    """,
    "cs": """
        a v na se je že s z do o i k za po pro od by ale jako jsou byl byla bylo být které který která mezi
        proti před při podle nebo také jen až válka mír politika bezpečnost hranice rusko turecko arménie
        evropa unie vláda svět nová
    """,
    "hu": """
        a az és hogy nem is egy ez van volt meg csak már mint de vagy még el ki be fel szerint között után
        előtt ellen által magyar háború béke politika biztonság határ oroszország törökország európa unió
        kormány világ új
    """,
    "sv": """
        och i att det som en på är av för den med till inte om ett har de han hon var sig från vi men eller
        mot mellan efter före under över utan kan ska krig fred politik säkerhet gräns ryssland turkiet
        europa regering världen nya
    """,
    "nb": """
        og i at det som en et på er av for den med til ikke om har de han hun var seg fra vi men eller mot
        mellom etter før under over uten kan skal hva hvorfor hvordan hvem nå også mer krig fred politikk
        utenrikspolitikk sikkerhet sikkerhetspolitikk grense grensen russland tyrkia ukraina europa
        regjering
        regjeringen verden nye ny norge norges norsk norske utenriksdepartement utenriksdepartementet
    """,
    "uz": """
        va bilan uchun bu bir ham emas haqida yangi yil yilda davlat xalq suv siyosat siyosati tashqi
        toshkent markaziy osiyo urush tinchlik chegara xavfsizlik iqtisodiyot munosabatlar munosabatlari
        rossiya ozarbayjon qozogʻiston oʻzbekiston boʻlgan boʻyicha orasida qarshi kerak
    """,
    "fi": """
        ja on ei se että en oli hän mutta kuin myös ovat tai jos niin sekä kanssa mukaan jälkeen ennen
        välillä vastaan sota rauha politiikka turvallisuus raja venäjä turkki eurooppa hallitus maailma uusi
    """,
    "sq": """
        dhe në i e të një për me nga që është më se nuk si ka por te u do ishte janë kjo ky mes ndaj pas
        para kundër lufta paqja politika siguria kufiri rusia turqia evropa qeveria bota re shqipëri
        shqipëria kosovë kosova
    """,
    "hr": """
        i u je na se da za su s od o ne kao do ali iz što koji koja koje po sa bi ili između protiv nakon
        prije rat mir politika sigurnost granica rusija turska armenija europa unija vlada svijet nova novi
    """,
}  # fmt: skip

ENDINGS = {
    "en": """
        tion tions ing ings ment ments ness ship ight ough ould ally ious ized ises ates ated ward wards
        less ful ck cks ity ties aries rned ened ated cted sted shed nded nced lled sed
    """,
    "tr": """
        lar ler lari leri larin lerin nin nun yor iyor uyor mak mek masi mesi dan den tan ten acak ecek mis
        mus digi dugu siz suz lik luk likla tir tur inda inde unda lara lere yla yle dir ndan nden sinin
        yonu
    """,
    "az": """
        lar ler lari leri larin lerin nin nun mek maq masi mesi dan den acaq ecek mis mus siz suz lik liq
        lig ligi inda inde unda lara lere ilib inib irir irlir dir dur ub ib iyib ayib yyat iyyat lay niz
        ligi
    """,
    "fr": """
        tion tions ment ique iques aire eur eurs euse aux oire ise ite ees
    """,
    "de": """
        ung ungen keit heit isch ische ischen lich liche lichen schaft tum ieren iert
    """,
    "es": """
        cion ciones dad idad ismo ista ando iendo ados idas cia
    """,
    "it": """
        zione zioni mente ita ismo ista ando endo ato ati ezza
    """,
    "pt": """
        cao coes dade ismo ista ando endo ados idade encia
    """,
    "nl": """
        ing ingen heid lijk lijke schap ijk aar isch
    """,
    "pl": """
        nie cie osc ski ska skie ego owie ych ach
    """,
    "ro": """
        ului ilor area ilor elor ilor ii ea tia
    """,
    "cs": """
        ost osti ych eho ska sky nich ovat
    """,
    "hu": """
        sag seg nak nek ban ben bol bol rol val vel ok ek
    """,
    "sv": """
        ning ningar het else arna erna iska
    """,
    "nb": """
        ning ene het hetene asjon asjonen else iske ikken
    """,
    "uz": """
        ning lari ligi larni dagi lik yoti
    """,
    "fi": """
        nen sta sta ssa lla lta isen uus een aan
    """,
    "sq": """
        ise imi imet eve ave ese shem
    """,
    "hr": """
        ost osti anje enje ski ska skog ima
    """,
}

LETTERS = {
    "ə": "az", "ğ": "tr az", "ı": "tr az", "ş": "tr az ro", "ç": "tr az fr pt sq",
    "ö": "tr az de hu sv fi", "ü": "tr az de hu", "ß": "de", "ä": "de sv fi", "å": "sv nb", "ø": "nb",
    "æ": "nb", "ʻ": "uz", "ñ": "es",
    "¿": "es", "¡": "es", "ã": "pt", "õ": "pt", "œ": "fr", "è": "fr it", "ê": "fr pt",
    "à": "fr it pt", "ò": "it", "ì": "it", "ù": "it fr", "é": "fr es hu cs pt", "á": "es pt hu cs",
    "í": "es pt hu cs", "ó": "es pt pl hu", "ú": "es pt hu cs", "â": "fr ro pt", "î": "fr ro",
    "ô": "fr pt", "ï": "fr", "ë": "sq nl fr", "ł": "pl", "ą": "pl", "ę": "pl", "ś": "pl", "ż": "pl",
    "ź": "pl", "ć": "pl hr", "ń": "pl", "ă": "ro", "ș": "ro", "ț": "ro", "ţ": "ro", "ř": "cs",
    "ě": "cs", "ů": "cs", "ý": "cs", "č": "cs hr", "š": "cs hr", "ž": "cs hr", "đ": "hr", "ő": "hu",
    "ű": "hu",
}  # fmt: skip
"""Which languages a letter points to."""
