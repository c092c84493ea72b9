/** Names of data units by power of the base, and whether the name itself fixes the base (KiB, ギビバイト). Lower case. */
export const UNIT_NAMES: readonly { readonly power: 0 | 1 | 2 | 3 | 4; readonly binary?: true; readonly weak?: true; readonly names: readonly string[] }[] = [
  { power: 0, names: ['b', 'byte', 'bytes', 'バイト', '字节', '位元組', 'б', 'octet', 'octets', 'байт', 'байта', 'байтов'] },
  { power: 1, names: ['kb', 'kbyte', 'kbytes', 'kilobyte', 'kilobytes', 'キロバイト', 'ko', 'кб', 'kbs', 'きろばいと', '千字节'] },
  { power: 1, binary: true, names: ['kib', 'kibibyte', 'kibibytes'] },
  { power: 2, names: ['mb', 'mbyte', 'mbytes', 'mbs', 'megabyte', 'megabytes', 'megs', 'meg', 'メガ', 'メガバイト', 'めが', 'めがばいと', 'mo', 'мб', 'mб', 'м б', '兆', '兆字节', '兆位元組', '메가', '메가바이트', 'เมกะไบต์', 'เมก', 'méga', 'mégas', 'mega'] },
  { power: 2, binary: true, names: ['mib', 'mebibyte', 'mebibytes'] },
  { power: 3, names: ['gb', 'gbyte', 'gbytes', 'gbs', 'gigabyte', 'gigabytes', 'gig', 'gigs', 'giga', 'gigas', 'ギガ', 'ギガバイト', 'ぎが', 'ぎがばいと', 'go', 'гб', 'gб', '吉', '吉字节', '吉位元組', '기가', '기가바이트', 'กิกะไบต์', 'กิ๊ก', 'กิกะ'] },
  { power: 3, binary: true, names: ['gib', 'gibibyte', 'gibibytes'] },
  { power: 4, names: ['tb', 'tbyte', 'tbytes', 'terabyte', 'terabytes', 'テラバイト', 'テラ', 'to', 'тб', '太字节'] },
  { power: 4, binary: true, names: ['tib', 'tebibyte', 'tebibytes'] },
  // A bare letter is a unit only beside a label: 5G is a network, 150 m a distance.
  { power: 3, weak: true, names: ['g'] },
  { power: 2, weak: true, names: ['m'] },
  { power: 1, weak: true, names: ['k'] },
]

/** What turns a number with a unit into a speed. */
export const SPEED_NAMES = ['bps', 'kbps', 'mbps', 'gbps', 'kbsp', 'kbit/s', 'mbit/s', 'gbit/s', 'キロビット', 'メガビット', 'mbit', 'kbit', 'kbps程度', 'メガビーピーエス', 'キロビーピーエス'] as const
/** Bytes a second: a file is being moved, and what remains is the file's. */
export const TRANSFER_NAMES = ['kb/s', 'mb/s', 'gb/s', 'gib/s', 'mib/s', 'kib/s', 'mo/s', 'mb/sec', 'kb/sec', 'mb/秒', 'm/s', 'k/s'] as const
/** Currency signs and words, before or after a number. */
export const MONEY_BEFORE = ['¥', '$', '€', '£', '₹', '฿', 'rs.', 'rs', 'hk$', 'nt$', 'us$', 'jpy', 'usd', '₩', 'rp', 'rm', 'cny', '￥', 'hkd', 'twd'] as const
export const MONEY_AFTER = ['円', '元', 'yen', 'jpy', 'usd', 'eur', 'euro', 'euros', '€', 'egp', 'irr', 'baht', 'バーツ', '塊', '港元', '港幣', 'hkd', 'dollars', 'ドル', '분원', '원', '块', 'rmb', 'руб', 'ar', 'บาท', 'えん', '角', '分钱', 'twd', 'thb'] as const
/** The name of a month: 11月のご利用データ量. */
export const MONTH_AFTER = ['月', '月分', '月度'] as const
/** 128 bytes each on Japanese bills; printed beside gigabytes: 48,827,582パケット（5.83GB）. */
export const PACKET_NAMES = ['パケット'] as const
/** Counters: a number before one of these is no amount of data. */
export const COUNT_AFTER = ['日間', '日', '時間', '分間', '分', '秒', '回', '件', '通', '人', '台', '歳', 'ポイント', 'pt', 'pts', '点', '名', '個', '枚', '階', '号', '条', '條', '次', '天', '个', '個月', '个月', '小时', '小時', '分钟', '分鐘', 'days', 'day', 'hours', 'hour', 'hrs', 'min', 'mins', 'minutes', 'minute', 'sms', 'times', 'calls', 'texts', 'points', 'countries', 'カ国', 'か国', '国', '番', 'か月', 'カ月', 'ヶ月', '年', '週間', 'セグメント', 'h', 'インチ', '万画素', 'km', '重', 'コマ', '曲', 'weeks', 'months', 'mois', 'jours', 'tagen', 'tage', 'วัน', '일', '日目', '日以内', '時', '本', '代', '位', '行', '文字', '倍', '歩', 'キロ', '頭', '店舗', '話'] as const
