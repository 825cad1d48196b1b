"""Owns the commonest words of languages in Latin letters, those that they share with their neighbours included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LIKE", "WORDS"]

LIKE: Mapping[str, str] = {"bs": "hr", "nb": "no", "sh": "hr", "sr": "hr", "tl": "fil"}
"""Languages that have the little words of another one, as they are or nearly so."""

WORDS: Mapping[str, str] = {
    "af": "die en van in is het dat nie te op vir met sy wat as aan om na by ’n n hy ook maar deur word uit kan was "
    "hulle of oor tot meer gesê haar dit so nog sal waar toe moet daar wees jaar ons ek jy hom been al net",
    "az": "və bu bir ilə da də üçün o olan olaraq ki daha çox sonra kimi isə qədər onun amma hər edib var deyib "
    "olub bütün ən görə etmək olduğu həm artıq belə idi lakin həmin yeni ya əsas tərəfindən digər öz",
    "ca": "de la i el que a en els les un una per del amb és no es al va dels s’ha ha ser com més però les són seva "
    "aquest aquesta seu també quan pel on fer hi molt o sobre entre fins han havia tot ja sense l d s als des",
    "cs": "a se v na je že o s z do i to za k ve pro si po jsou by ale jako jeho který od které byl co podle jsem už "
    "bylo byla která také nebo před však při má není jen až této jejich tak když bude ze aby může pak",
    "cy": "y yr a i o yn ar am ei mae ac gan wedi bod bydd oedd nad nid hefyd ond mewn eu eich fod er at dros cael "
    "fel gyda nhw hyn neu rhai mwy iawn sydd sy’n ni na oedden fydd yma hwn hon",
    "da": "og i at er en det til af på som med for den de der ikke et har var han fra vil sig men kan om ved blev "
    "efter havde mod skal deres også hun eller over sin siger år ud hvor når man nu hans være bliver under jeg to "
    "mere andre så da blevet mellem op kun alle",
    "de": "der die und das den nicht mit von ist dem auf für eine im sich auch ein werden hat in zu des es an als er "
    "sie bei wie war aus um nach wird einer einen oder dass zum zur am haben wurde",
    "en": "the and of that with for were this have has been from by which they their would at is was to in on it as "
    "be are not or an his her but had said who will more one about after when there than",
    "eo": "la de kaj en estas al por kun ne ke kiu kiuj li ŝi ili oni estis sed ankaŭ tiu tiuj ĝi sur el pri post pli "
    "kiel dum aŭ per sia lia ties multaj unu jam nur",
    "es": "el los las una del con por que para está según más como su y sus fue al han de la en un se no lo es ha a "
    "pero este esta son entre sobre también había ser cuando muy sin desde hasta dijo",
    "et": "ja on et ei ta see oli mis kui ka oma aga kes ning nad või mida selle kuid ma välja veel olid tema pärast "
    "siis nii üle kuni sest ole pole juba oleks seda nende üks ühe vaid teda peale enne koos meie mitte nagu",
    "eu": "eta da du ez ere dira bat zuen dute izan egin baina zen hori duen beste gehiago edo ziren dela baino "
    "hau dago den dut zaio arte bezala haren bere baita ziuen bai izango egiten behar",
    "fi": "ja on ei että oli hän se joka mutta myös kun ovat sen ole mukaan jo kuin ne voi sekä vain olla olisi "
    "jotka hänen siitä tai vielä tämä kanssa he niin jos noin nyt ollut sitten koska jälkeen ovat olivat mitä sitä "
    "joita jonka heidän tämän ennen kaikki kuten eivät ettei",
    "fil": "ang ng sa na mga at ay si hindi ni para kung siya ito may nila niya kay isang mula ayon pa din rin "
    "kanyang sila lang nang upang noong naman wala dahil pero ako o kanilang ngunit habang",
    "fr": "le les des une du avec pour dans est sur par qui pas au aux ont cette son ses et de la en un ne se il elle "
    "a que ce mais plus été sont leur entre aussi sans depuis comme ou être d l",
    "fy": "de it in en fan is te dat op foar mei hy har net oan as ek der om by hat wie sy út nei wurde mar dy troch "
    "oer ta binne wurdt wer sa noch kin hawwe hie yn",
    "ga": "an na agus ar i is a go tá le do ag bhí nach sé sí ní leis air mar ó seo sin aon ach faoi bhfuil dá "
    "chuig féin iad idir níos gur siad roimh tar éis",
    "gl": "o a os as de do da dos das e que en un unha no na para por con non se ao á é máis como foi seu súa polo "
    "pola ser está entre tamén pero sobre cando ou este esta xa son ten moi nos nas segundo",
    "hr": "i u je se na da su za od s a o koji ne koja će iz kako nije bi sa to što po kao do ili koje ali bio su "
    "samo prema nakon više biti može još bila jer te sve nakon već ga pri kada ovo prije zbog bez tako",
    "hu": "a az és hogy nem is egy volt meg de ez csak el már mint azt van még ha vagy ki ezt szerint után aki ami "
    "azonban majd minden pedig sem való között amely akkor lehet nagyon ilyen azok kell lesz voltak őt így mert "
    "ahol fel első két több",
    "id": "yang dan di untuk dengan dari ini itu dalam tidak pada akan ke adalah mereka oleh telah juga atau karena "
    "dia ada bahwa sebagai saat lebih bisa kepada kami tersebut namun kata saya sudah para hanya menjadi tahun "
    "orang setelah seperti anda secara belum masih antara hingga harus",
    "is": "og að í á er sem til var við um með það hann af fyrir ekki en hún því fram frá þá þau eru verið "
    "hafa hefur eftir þeir sé sér þess þar svo nú eða upp yfir einnig þetta verður segir",
    "it": "il gli della delle una di con per che nel sono dei alla più questo è del anche non e la le un in si da al "
    "lo i ma ha come stato tra sul nella ai",
    "lt": "ir į kad yra su iš tai bet kaip o už ar jis nuo buvo dėl po apie kuris ne per bus jie pat prie savo "
    "taip jo taip pat dar tik iki daugiau jau nes jei gali nėra būti pagal arba kai jų ji mano",
    "lv": "un ir ar no uz par ka kas bet tas arī vai pēc to kā lai ne viņš pie tika gan nav tā līdz viņa ko "
    "savu jau bija šo vēl tikai būs pat gada tiek nekā starp vairāk kad pirms tie viņi",
    "ms": "yang dan di untuk dengan ini itu dalam tidak pada akan ke dari adalah mereka oleh telah juga atau kerana "
    "beliau ada bahawa sebagai lebih kepada kami tersebut namun kata saya sudah para hanya menjadi tahun orang "
    "selepas seperti anda secara masih antara sehingga boleh ia dia bagi tetapi apabila",
    "mt": "li ta f’ u il ma fil tal biex dan din kien hu hija għal mill mal kienet hemm dwar wara minn fuq aktar "
    "kull kif ukoll jew huma qed għandu għandha meta",
    "nl": "de het een en van in is dat op te zijn met voor niet die aan er om ook als bij maar dan of uit nog naar "
    "door over hij ze wordt worden heeft hebben had werd was was tot kan wat meer geen zou hun deze haar dit al zo "
    "zich kunnen jaar na tegen volgens ik je we waar zal moet veel toen omdat onder",
    "nn": "og i det er til på som ein av for at med han dei den ikkje var har om frå eit men vart ho å seg ved kan "
    "vil vere etter skal berre òg dette hadde også eg der då mot eller ut over sa når kva meir",
    "no": "og i det er til på som en av for at med han de den ikke var har om fra et men ble hun å seg ved kan vil "
    "være etter skal bare også dette hadde jeg der da mot eller ut over sier når mer sin nå blir enn hans år opp så "
    "hva vært mellom alle under",
    "oc": "lo la los las de e que en un una per del dels amb es son sus dins al als pas aquel aquela coma mai o "
    "foguèt fins entre mas qu’es siá tanben aqueste",
    "pl": "w i na z się nie do to że jest o jak po od za przez dla są ale przy oraz co już który może był tego jego "
    "czy tym było ich tylko jako być ze które roku tak która także będzie pod jednak tej jeszcze lub jej gdy została "
    "bez podczas",
    "pt": "os uma do da dos das com por que para não são mais ao foi pela pelo seu sua e em de a o um se na no as é "
    "mas este esta entre também ser quando muito sem disse como foram nas nos aos",
    "ro": "și de în a la cu pe care nu o din să este un că mai pentru au fost dar ce sau s se fi după iar prin al "
    "lui sunt acest era avea această între unei unui lor fără doar ar despre până când aceasta către ei foarte îi",
    "sk": "a sa v na je že o s z do i to za k vo pre si po sú by ale ako jeho ktorý od ktoré bol čo podľa som už "
    "bolo bola ktorá tiež alebo pred však pri má nie len až tejto ich tak keď bude zo aby môže však",
    "sl": "in je v na da se za so z ki s pa o tudi kot ne bi ni po iz ali od še do pri kako bil lahko je bilo "
    "bila ter več njegov jih ga svoje ker bo med že pred ko tem le smo če",
    "sq": "e të në dhe i me që për një nga është u ka si nuk do më se ai por janë ishte kjo ky edhe kanë pas "
    "kur tij ishin gjatë mund ndërsa deri saj duke vetëm tyre sipas apo",
    "sv": "och i att det som en på är av för med den till ett har om de inte han var från men vid sig så kan man "
    "eller hon också under efter ska skulle när hade ut vi nu över blev där jag sin upp då år mot vara blir än säger "
    "bli mer detta alla sedan mellan bara något enligt hans varit utan",
    "sw": "na ya wa kwa ni za katika la kuwa hiyo huo huyo hilo alisema pia kama cha baada yake lakini hii hiki hizi "
    "wake watu wao kutoka zaidi au si bila ili yao mwaka ambao ambayo kila sasa vya pamoja",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne ama her o var dedi değil ise "
    "olduğunu göre olduğu ancak diye yeni iki ya onun tarafından büyük mi hem şu bunun üzerinde zaman ki",
    "uz": "va bu bir bilan uchun ham o‘z edi bo‘lib deb esa bo‘lgan emas keyin lekin yoki qilish bor barcha haqida "
    "kerak u ular shu har kabi eng ko‘p yil",
    "vi": "và của là có được cho không trong một các với người đã những này khi để đến từ ông về tại như năm ra "
    "cũng vào nhiều bị trên phải sẽ đang nhưng theo sau đó họ tôi hơn làm nói thì lại còn hai mà rằng bà anh",
}
"""Language to its words: articles, pronouns, prepositions, conjunctions and the commonest verbs of news."""
