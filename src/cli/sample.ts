/** The guide's example: our own words in the shape of a carrier's notice. */
export const SAMPLE = `データ通信量のお知らせ
契約データ量：5GB
残りデータ量：3.25GB
有効期限：2026年11月30日`
