import { list, type Words } from './senses.ts'

/** The commonest words of other visitors' languages: French, German, Dutch, Spanish, Italian, Portuguese, Russian, Bulgarian, Korean, Thai, Vietnamese, Indonesian, Hindi in Latin letters. */
export const other = {
  remaining: list(`
    hai ancora | ti restano | ti rimangono | reste | il vous reste | restant | restants | restante | il reste | solde | verfügbar | verbleibend |
    verbleiben | verbleibt | restvolumen | restdatenvolumen | noch | übrig | te quedan | le quedan | quedan | queda | restantes |
    disponible | disponibles | rimanenti | rimangono | restano | resterend | resterende | beschikbaar |
    осталось | остаток | подбаланс | оставащи | 남은 | 잔여 | 잔여량 | 남은 데이터 | 잔여 데이터 |
    데이터 잔여량 | 남았습니다 | คงเหลือ | เหลือ | เน็ตคงเหลือ | imate | còn lại | còn | sisa | sisa kuota |
    baki | restam | saldo de datos | noch verfügbar | datenvolumen übrig | имате | оставшийся | 남음 |
    남았어요 | ยังเหลือ | พร้อมใช้ | es bleiben | bleiben | verbleibende | verbleibendes | verbleibender | verbleibenden | bleibt | hai a disposizione |
    a disposizione | con lai | ainda tem | sisa kuota internet | quý khách còn | quy khach con |
    dung luong con lai | vous disposez encore de | te restan |
    남아 있습니다 | 남아있습니다 | 남아 있어요 | 남아있어요 | 남아 있음
  `),
  used: list(`
    consommé | vous avez consommé | consommés | utilisé | utilisés | consommation | verbraucht | verbrauch |
    genutzt | gastado | has gastado | has usado | consumido | consumidos | has consumido | utilizados | usados | consumati | usati | verbruikt |
    gebruikt | использовано | израсходовано | 사용량 | 사용 | 사용했습니다 | 사용하신 | ใช้ไป | ใช้ไปแล้ว |
    ไปแล้ว | ใช้แล้ว | đã dùng | terpakai | datenverbrauch | aktueller verbrauch | einem datenvolumen von |
    사용한 데이터 | 사용하셨습니다 | ใช้เน็ตไปแล้ว | ใช้เน็ตไป | 사용하였습니다 | 사용 중 | ja usou | já usou |
    hai usato | hai consumato | telah digunakan | đã sử dụng | da su dung | ใช้เน็ตครบ |
    conso
  `),
  allowance: list(`
    forfait | inklusivvolumen | gesamt | gesamtvolumen | tarifa | 제공량 | 총 | 총 데이터 | 기본제공 | 전체 |
    enveloppe de
  `),
  capacity: list(`datenvolumen | volume de données | enveloppe`),
  data: list(`
    données | daten | datos | dati | internet | 데이터 | дані | интернет | เน็ต | อินเทอร์เน็ต | ดาต้า |
    dữ liệu | kuota | gprs | dados | трафик |
    highspeed-volumen | high-speed-volumen | highspeed-daten | highspeed | datennutzung
  `),
  planName: list(`요금제 | แพ็กเกจ | tarif | option | gói | paket`),
  roaming: list(`로밍 | itinérance | роуминг | โรมมิ่ง`),
  exhausted: list(`
    épuisé | aufgebraucht | agotado | khatam ho gaya | khatam | 모두 사용 | 소진 | หมดแล้ว | исчерпан | habis |
    ใช้หมดแล้ว | agotados | épuisés | 모두 소진 | vous avez épuisé | sử dụng hết | hết dung lượng |
    모두 사용하셨습니다 | ใช้ครบ | agotaste | ist aufgebraucht |
    venez d'épuiser vos | venez d'épuiser | avez épuisé vos | hai esaurito | habe aufgebraucht | haben aufgebraucht
  `),
  unlimited: list(`
    ไม่จํากัด | illimité | illimitée | unbegrenzt | ilimitado | ilimitados | illimitati | безлимит | 무제한 |
    không giới hạn
  `),
  throttled: list(`
    gedrosselt | velocidad reducida | 속도가 제한 | ลดความเร็วแล้ว | débit est désormais réduit |
    débit a été réduit | est désormais réduit | surfst jetzt mit | surfen jetzt mit | velocidad se ha reducido |
    velocidad reducida a | 속도로 이용 중 | 속도가 제한되었습니다 | ความเร็วลดเหลือ | ลดความเร็วเหลือ |
    la velocità è stata ridotta |
    débit est réduit | votre débit est réduit | geschwindigkeit ist reduziert | velocidad está reducida | velocidad es reducida | velocità è ridotta
  `),
  glue: list(`
    du | des | votre | vos | sur votre forfait | bei | liegt | ihr | su | sus | les | la | le | el | los |
    il | в | и | на | ho | hai | par | для | utilisable | ist | sind | noch ca | ส่วน | est | à | il vous
  `),
  of: list(`
    de | von | sur | dari | จาก | из | de tu | de su | de votre | de ton | auf deinem | von ihrem | von deinem | de seu | von insgesamt | sur un total de | de un total de | trên | de tus | de los |
    de sus | de vos | de votre forfait de | dos | จากทั้งหมด | von deinen | deines | von ihren | ihres
  `),
  upTo: list(`bis zu | jusqu'à`),
  expires: list(`
    jusqu'au | jusqu au | valable | valable jusqu au | valable jusqu'au | gültig bis | válidos hasta |
    fin de validité | date de validité | válido hasta | caduca | caduca el | expira el | vence el | validos hasta | действует до | до | do | geldig tot | หมดอายุ | ใช้ได้ถึง | 유효기간 | 만료 |
    bis zum | bis | hasta el | hasta | vence | expire le | valide jusqu | scade | valido fino al | hết hạn |
    berlaku hingga | berlaku sampai | tot | valid do | läuft ab | vigente al | vigente hasta | fino al | hsd |
    hsd den | hạn đến | còn hạn đến | berlaku s/d | 종료 | hạn sử dụng | vencimiento | scadenza | válido até |
    zyklus endet | gültigkeit | expira |
    hạn dùng đến | hạn dùng | hạn sử dụng đến | activa hasta el | activo hasta el | actif jusqu |
    attiva fino al | attivo fino al | geldig t/m |
    berlaku s.d. | berlaku s.d | s.d. | terminan el | termina el | endet am | enden am | läuft am | laufen am | se termine le | se terminent le | prend fin le | caducan el | expiran el | vencen el
  `),
  until: list(`까지 | inclus`),
  asOf: list(`기준 | ณ วันที่ | au | stand`),
  resets: list(`จะถูกรีเซ็ต | zurückgesetzt | rechnung`),
  condition: list(`
    falls | wenn | lorsque | si | cuando | если | 경우 | quand | หาก | เมื่อ | ab | 사용하면 | 소진하면 | 소진되면 | 초과하면 | 초과 시 | 소진 시
  `),
  past: list(`
    letzten monat | mois dernier | mes pasado | 지난달 | เดือนที่แล้ว |
    tháng trước | thang truoc | mese scorso | mês passado | bulan lalu | прошлом месяце | прошлый месяц | vorige maand | letzte woche |
    semaine dernière | semana pasada | settimana scorsa | 지난주 | 어제 | hier soir | เมื่อวาน
  `),
  notData: list(`
    crédit | credit est | guthaben | tegoed | saldo | минут | минути | minutos | min nacionales | appels |
    통화 | บาท | минуты | minuti | โทร | minutes
  `),
  offer: list(`acheter | kaufen | comprar | купить | offre | angebot | 구매 | ซื้อ | สมัคร | กด`),
  storage: list(`
    speicher | speicherplatz | stockage | диск | 저장 |
    bộ nhớ | bo nho | lưu trữ | luu tru | espace disque | mémoire | almacenamiento | memoria | spazio di archiviazione | archiviazione |
    armazenamento | memória | พื้นที่เก็บข้อมูล | พื้นที่จัดเก็บ | หน่วยความจํา | penyimpanan | 사진 | 갤러리 | хранилище | памяти | opslag | opslagruimte
  `),
  over: list(`au-delà | au delà | ab dann | danach | más allá | después | sau đó | oltre`),
  outOf: list(`중`),
} satisfies Words
