import type { InEachLanguage } from './language.ts'

/** A page for whoever does not get the app, by why not. Plain text: nothing in it is markup. */
export type PageSentences = Readonly<Record<'plain' | 'stranger', Page>>
interface Page {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What `nokori serve` says on the terminal, and to browsers that it has no app for. Addresses come in ready to print. */
export interface ServeSentences {
  readonly open: string
  readonly once: (minutes: number) => string
  readonly enter: string
  readonly onlyHere: string
  readonly plainElsewhere: string
  readonly pair: (address: string) => string
  readonly pairOnce: (minutes: number, tries: number) => string
  readonly end: string
  readonly ended: string
  readonly notBuilt: string
  readonly portTaken: (port: number) => string
  readonly portForbidden: (port: number) => string
  readonly noSuchAddress: (address: string) => string
  readonly badPort: (text: string) => string
  readonly badListen: (text: string) => string
  readonly badPublicUrl: (text: string) => string
  readonly badCertificate: string
  readonly failed: string
  readonly pages: PageSentences
}

const en: ServeSentences = {
  open: 'Nokori is running. Open it in your browser:',
  once: (minutes) => `This address lets one browser in, within ${minutes} minutes; then that browser is known.`,
  enter: 'Press Enter for a new one.',
  onlyHere: 'Nobody but this machine can reach it.',
  plainElsewhere:
    'Other devices are only told why they see nothing: they need https. Add --tls-cert and --tls-key, or --public-url.',
  pair: (address) => `On another device open ${address} and type this code:`,
  pairOnce: (minutes, tries) => `It is good for one device, ${minutes} minutes and ${tries} tries.`,
  end: 'Ctrl-C ends it.',
  ended: 'Nokori has ended.',
  notBuilt: 'The web app is not built yet. In Nokori’s folder run: npm run build',
  portTaken: (port) =>
    `Port ${port} is in use, perhaps by another nokori serve. End that one, or choose another port: --port N`,
  portForbidden: (port) => `You may not use port ${port}. Choose one from 1024 on: --port N`,
  noSuchAddress: (address) => `This machine has no address ${address}. For all that it has: --listen 0.0.0.0`,
  badPort: (text) => `“${text}” is not a port: a number up to 65535.`,
  badListen: (text) => `“${text}” is not an IP address of this machine, such as 192.168.1.5, or 0.0.0.0 for all.`,
  badPublicUrl: (text) => `“${text}” is not an address such as https://nokori.example.jp, with nothing behind it.`,
  badCertificate: 'The files of --tls-cert and --tls-key are no certificate and key (PEM) that belong together.',
  failed: 'Something went wrong with an answer; the browser was told.',
  pages: {
    plain: {
      title: 'Nokori needs https here',
      paragraphs: [
        'Over plain http anybody on the way could read along, and browsers give such a page no offline use, no sharing from other apps and no installing. So there is nothing to see here.',
        'On the machine that runs it: start nokori serve with --tls-cert and --tls-key, or put it behind a reverse proxy with https and name that with --public-url. Then open the https address.',
      ],
    },
    stranger: {
      title: 'Nokori does not know this address',
      paragraphs: [
        'It answers only for the addresses that it was started with, so that no other page can pretend to be it.',
        'Open the address that nokori serve prints. If you want to use this one, start it with --public-url; a reverse proxy in between has to pass on the name that was asked for (Host).',
      ],
    },
  },
}

const ja: ServeSentences = {
  open: 'Nokori を起動しました。ブラウザで開いてください：',
  once: (minutes) => `このアドレスで${minutes}分以内に1台のブラウザを登録できます。登録後はそのまま使えます。`,
  enter: 'Enter キーで新しく発行します。',
  onlyHere: 'このコンピューターからだけ開けます。',
  plainElsewhere:
    'ほかの端末には、https が必要だという説明だけが表示されます。--tls-cert と --tls-key、または --public-url を付けてください。',
  pair: (address) => `ほかの端末では ${address} を開き、このコードを入力してください：`,
  pairOnce: (minutes, tries) => `コードは1台限り、${minutes}分間、${tries}回まで有効です。`,
  end: 'Ctrl-C で終了します。',
  ended: 'Nokori を終了しました。',
  notBuilt: 'ウェブアプリがまだ作られていません。Nokori のフォルダーで実行してください：npm run build',
  portTaken: (port) =>
    `ポート ${port} は使用中です。別の nokori serve が動いているかもしれません。それを終了するか、別のポートを指定してください：--port 番号`,
  portForbidden: (port) => `ポート ${port} を使う権限がありません。1024 以上を指定してください：--port 番号`,
  noSuchAddress: (address) =>
    `このコンピューターに ${address} というアドレスはありません。すべてのアドレスで待つ場合：--listen 0.0.0.0`,
  badPort: (text) => `「${text}」はポート番号ではありません（65535 以下の数字）。`,
  badListen: (text) =>
    `「${text}」はこのコンピューターの IP アドレスではありません（例 192.168.1.5、すべてなら 0.0.0.0）。`,
  badPublicUrl: (text) => `「${text}」は使えません。https://nokori.example.jp のように、後ろに何も付けずに指定します。`,
  badCertificate: '--tls-cert と --tls-key のファイルが、対になる証明書と秘密鍵（PEM）ではありません。',
  failed: '応答中に問題が起きました。ブラウザには伝えてあります。',
  pages: {
    plain: {
      title: 'ここで Nokori を使うには https が必要です',
      paragraphs: [
        '暗号化されない http では途中で内容を読まれるおそれがあり、ブラウザもオフライン利用・ほかのアプリからの共有・インストールを許可しません。そのため、ここには何も表示しません。',
        'Nokori を動かしているコンピューターで、nokori serve に --tls-cert と --tls-key を付けるか、https のリバースプロキシの後ろに置いて --public-url でそのアドレスを指定し、https のアドレスを開いてください。',
      ],
    },
    stranger: {
      title: 'Nokori はこのアドレスを知りません',
      paragraphs: [
        'ほかのページがなりすますことのないよう、起動時に指定されたアドレスにだけ応答します。',
        'nokori serve が表示したアドレスを開いてください。このアドレスを使う場合は --public-url で指定します。リバースプロキシは、要求された名前（Host）をそのまま渡す必要があります。',
      ],
    },
  },
}

const zhHans: ServeSentences = {
  open: 'Nokori 已启动。请在浏览器中打开：',
  once: (minutes) => `${minutes} 分钟内，一个浏览器可用此地址进入；之后该浏览器会被记住。`,
  enter: '按 Enter 键获取新的。',
  onlyHere: '只有这台电脑能打开。',
  plainElsewhere: '其他设备只会看到需要 https 的说明。请加上 --tls-cert 和 --tls-key，或 --public-url。',
  pair: (address) => `在其他设备上打开 ${address}，输入此代码：`,
  pairOnce: (minutes, tries) => `代码只供一台设备使用，${minutes} 分钟内有效，最多试 ${tries} 次。`,
  end: '按 Ctrl-C 结束。',
  ended: 'Nokori 已结束。',
  notBuilt: '网页应用尚未构建。请在 Nokori 的文件夹里运行：npm run build',
  portTaken: (port) => `端口 ${port} 已被占用，可能另一个 nokori serve 正在运行。请结束它，或换一个端口：--port 端口号`,
  portForbidden: (port) => `没有权限使用端口 ${port}。请用 1024 或以上的端口：--port 端口号`,
  noSuchAddress: (address) => `这台电脑没有地址 ${address}。若要使用全部地址：--listen 0.0.0.0`,
  badPort: (text) => `“${text}”不是端口号（不超过 65535 的数字）。`,
  badListen: (text) => `“${text}”不是这台电脑的 IP 地址，正确写法如 192.168.1.5，全部则写 0.0.0.0。`,
  badPublicUrl: (text) => `“${text}”不可用，正确写法如 https://nokori.example.jp，后面不带任何内容。`,
  badCertificate: '--tls-cert 和 --tls-key 的文件不是互相匹配的证书和密钥（PEM）。',
  failed: '回应时出了问题，已告知浏览器。',
  pages: {
    plain: {
      title: '在这里使用 Nokori 需要 https',
      paragraphs: [
        '未加密的 http 途中可能被人读取，浏览器也不允许这样的页面离线使用、接收其他应用的分享或安装，所以这里什么也不显示。',
        '请在运行 Nokori 的电脑上，为 nokori serve 加上 --tls-cert 和 --tls-key，或放在带 https 的反向代理之后并用 --public-url 指明地址，然后打开 https 地址。',
      ],
    },
    stranger: {
      title: 'Nokori 不认识这个地址',
      paragraphs: [
        '为了不让其他网页冒充，它只回应启动时指定的地址。',
        '请打开 nokori serve 显示的地址。若要使用现在这个地址，请用 --public-url 指定；中间的反向代理必须原样传递所请求的名称（Host）。',
      ],
    },
  },
}

const zhHant: ServeSentences = {
  open: 'Nokori 已啟動。請在瀏覽器中開啟：',
  once: (minutes) => `${minutes} 分鐘內，一個瀏覽器可用此網址進入；之後該瀏覽器會被記住。`,
  enter: '按 Enter 鍵取得新的。',
  onlyHere: '只有這台電腦能開啟。',
  plainElsewhere: '其他裝置只會看到需要 https 的說明。請加上 --tls-cert 和 --tls-key，或 --public-url。',
  pair: (address) => `在其他裝置上開啟 ${address}，輸入此代碼：`,
  pairOnce: (minutes, tries) => `代碼只供一台裝置使用，${minutes} 分鐘內有效，最多試 ${tries} 次。`,
  end: '按 Ctrl-C 結束。',
  ended: 'Nokori 已結束。',
  notBuilt: '網頁應用程式尚未建置。請在 Nokori 的資料夾裡執行：npm run build',
  portTaken: (port) =>
    `連接埠 ${port} 已被占用，可能另一個 nokori serve 正在執行。請結束它，或換一個連接埠：--port 號碼`,
  portForbidden: (port) => `沒有權限使用連接埠 ${port}。請用 1024 或以上的連接埠：--port 號碼`,
  noSuchAddress: (address) => `這台電腦沒有位址 ${address}。若要使用全部位址：--listen 0.0.0.0`,
  badPort: (text) => `「${text}」不是連接埠號碼（不超過 65535 的數字）。`,
  badListen: (text) => `「${text}」不是這台電腦的 IP 位址，正確寫法例如 192.168.1.5，全部則寫 0.0.0.0。`,
  badPublicUrl: (text) => `「${text}」無法使用，正確寫法例如 https://nokori.example.jp，後面不帶任何內容。`,
  badCertificate: '--tls-cert 和 --tls-key 的檔案不是互相對應的憑證和金鑰（PEM）。',
  failed: '回應時發生問題，已告知瀏覽器。',
  pages: {
    plain: {
      title: '在這裡使用 Nokori 需要 https',
      paragraphs: [
        '未加密的 http 途中可能被人讀取，瀏覽器也不允許這樣的頁面離線使用、接收其他應用程式的分享或安裝，所以這裡什麼也不顯示。',
        '請在執行 Nokori 的電腦上，為 nokori serve 加上 --tls-cert 和 --tls-key，或放在有 https 的反向代理之後並用 --public-url 指明網址，然後開啟 https 網址。',
      ],
    },
    stranger: {
      title: 'Nokori 不認識這個網址',
      paragraphs: [
        '為了不讓其他網頁冒充，它只回應啟動時指定的網址。',
        '請開啟 nokori serve 顯示的網址。若要使用現在這個網址，請用 --public-url 指定；中間的反向代理必須原樣傳遞所請求的名稱（Host）。',
      ],
    },
  },
}

/** The words of serving. */
export const SERVE_SENTENCES: InEachLanguage<ServeSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
