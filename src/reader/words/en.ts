import { list, type Words } from './senses.ts'

/** English, as carriers' apps and messages print it and as hotlines say it. */
export const en = {
  remaining: list(`
    remaining | remains | remain | left | left over | data balance | balance | leftover | unused |
    data remaining | data left | to go | you have | you still have | you now have | still available |
    left to use | have left | remaining data | bal | you currently have | data bal |
    you've still got | you still got | i've still got
  `),
  available: list(`available | can use | usable | can still use | available data | ready to use`),
  used: list(`
    used | usage | consumed | data used | data usage | you have used | you've used | have used | has used |
    has been used | have been used | using | consumption | spent | used so far | been using | used data |
    you used | total used | total usage | been consumed | have consumed | data usage on |
    burned through | burnt through | gone through | went through | have burned | chewed through |
    eaten up |
    you have consumed | you've consumed | you have gone through | you've gone through | you have burned through | you've burned through | you have spent | you've spent | you have been using |
    total traffic
  `),
  allowance: list(`
    allowance | total data | data limit | limit | quota | cap | total | included data | data allowance |
    monthly allowance | monthly data | data quota | plan allowance | data cap | plan data | allocation |
    allotment | total allowance | initial data | high speed data quota | daily limit | contract data |
    contracted data | entitlement | data entitlement | plan size |
    included | usage limit | usage cap | data usage limit | data usage cap
  `),
  capacity: list(`capacity | data capacity | volume | data volume | high-speed capacity`),
  planName: list(`
    plan | package | bundle | current plan | your plan | my plan | data plan | tariff | rate plan | esim |
    sim plan | active plan
  `),
  data: list(`
    data | internet | mobile data | gigs | high-speed data | high speed data | cellular data |
    gigabytes of data | lte data | 4g data | 5g data | fast data | mobile internet | of data
  `),
  total: list(`altogether | overall | in total | all data | grand total | combined`),
  thisCycle: list(`
    this month | this cycle | current cycle | so far | this billing cycle | this period | current period |
    month to date | current |
    so far in january | so far in february | so far in march | so far in april | so far in may |
    so far in june | so far in july | so far in august | so far in september | so far in october |
    so far in november | so far in december
  `),
  plan: list(`
    basic data | main data | base plan | main | base | domestic | general | standard | basic |
    national | local | local data
  `),
  carryOver: list(`
    carry-over | carryover | carried over | rollover | rolled over | carry over | roll over | roll-over |
    carry-over data | carried-over | rollover data | from last month | carried over from last month
  `),
  topUp: list(`
    top-up | topup | top up | add-on | addon | extra data | additional data | booster | data charge | topping |
    data topping | boost | data pass | add on | recharge | refill | top-ups | data add-on
  `),
  gift: list(`
    gift | bonus | gifted | bonus data | gift data | reward data | complimentary | promotional | promo data |
    data gift
  `),
  daily: list(`
    daily | per-day | daily data | today's | daily high speed data | daily high-speed data | today's data |
    daily allowance | for today | today
  `),
  roaming: list(`
    roaming | overseas | international | roaming data | abroad | data roaming | international data |
    travel data | roam | global data
  `),
  appOnly: list(`
    social | video streaming | app-only | zero-rated | streaming data | entertainment | whatsapp |
    youtube data | social data | facebook data | night data | off-peak
  `),
  overage: list(`overage | out of bundle | out-of-bundle | outside your plan | beyond your plan`),
  tethering: list(`hotspot | tethering | personal hotspot | hotspot data | mobile hotspot`),
  exhausted: list(`
    exhausted | used up | run out | ran out | no data left | no data remaining | nothing left | finished |
    depleted | all used | used all of | you've used all | you have used all | fully used | have no data |
    no remaining data | out of data | data is over | fully consumed | no high-speed data left |
    has been used up | have been used up | been used up | data used up | is used up | all been used |
    been exhausted | used up this month | have used up | you have used up | you've used up |
    remaining data is zero | data balance is zero | data remaining is zero | data left is zero |
    remaining data is now zero | data balance is now zero | remaining balance is zero | zero data left |
    zero data remaining | used up all | used it all | used it all up | all gone | all used up |
    no high speed data left | zero remaining |
    no more data left | have no more data | hit your data limit | reached your data limit | hit your data cap | reached your data cap | reached the data limit | hit the data limit | reached your monthly data limit | reached your data allowance
  `),
  unlimited: list(
    `unlimited | no limit | limitless | unmetered | infinite | no data limit | no data cap | has unlimited data | have unlimited data | comes with unlimited data`,
  ),
  throttled: list(`
    speed has been reduced | speed is now reduced | now throttled | been throttled | has been slowed |
    is now limited to | speeds have been reduced | has been limited to | been slowed | been reduced to |
    now reduced to | speed has been limited | has been lowered | is now capped | been capped | are now reduced |
    your speed is reduced | is currently limited to | currently throttled | speeds are now |
    now at reduced speed | speed is now | is now slowed | now limited to | are being slowed | now slowed |
    data speed is currently limited | speed is currently limited | currently limited to |
    so your speed is limited | so the speed is limited | speed has dropped to |
    speed dropped to | been dropped to | now running at | is being throttled | are being throttled |
    being throttled | now capped at |
    speed: reduced | current speed: reduced | speed status: reduced | data speed: reduced | speed: slow |
    currently reduced |
    browsing at reduced speed | running at reduced speed | using reduced speed | at a reduced speed now | now very slow speed | now slow speed | at slow speed now | now on slow speed | speed is reduced now | you are on reduced speed | you're on reduced speed | reduced to low speed
  `),
  unthrottled: list(`
    not throttled | full speed | speed restored | not reduced | no throttling | high speed restored |
    speed is back | normal speed | no speed restriction | speed has been restored | back to full speed
  `),
  glue: list(`
    his mobile | hisモバイル | is | are | your | the | my | about | approximately | approx | just | only | now | a | an | has | have |
    with | in | on | you | for | by | at | currently | still | was | to | and | high-speed | high speed |
    exactly | around | roughly | amount | amount of | as | it | its | line | account | sim | number |
    stands at | mobile | been | already | lte | 4g/lte | worth of | bytes | there | that | which | all |
    so |
    jst | sgt | hkt | kst | local time | japan time | bangkok time |
    has reached | have reached | has now reached | have now reached
  `),
  of: list(`
    of | out of | of your | on your | in your | from | of the | of a | of a total | of total | out of your | of the total
  `),
  part: list(`of which | including`),
  included: list(`includes | incl. | inclusive of | incl`),
  over: list(`
    or more | and above | more than | exceeded | exceeds | exceed | over | above | at least | beyond | after |
    once you | threshold
  `),
  under: list(`
    or less | less than | under | below | fewer than | dropped below | fallen below | lower than | reaches |
    within
  `),
  within: list(`maximum | max`),
  upTo: list(`
    up to | every | each | get | buy | add | another | extra | an extra | an additional | from only | starting |
    as low as | enjoy | receive | no more than | at most | additional | first | next | per | subscribe | free |
    plus | try | get an extra | upgrade to
  `),
  perTime: list(`
    /day | /month | per day | per month | a day | a month | /mo | each month | each day | every day |
    every month | /week | per week | /hour | /hr | /30 days | monthly | /24h | per second | per hour | daily for
  `),
  expires: list(`
    expires | data exp | data expiry | expiry | expires on | valid until | valid till | valid to | expiration | expiry date |
    valid through | expire | expires at | expiration date | exp | ends on | ends | end date | valid thru |
    validity | expiring | good until | will expire | use by | valid for use until | ending | plan ends |
    expire on | exp. | expired | valid up to | expiring on | service ends | service end | usable until | available until | active until |
    use until | use it by | expires in | plan expiry | end of validity | validity ends | end |
    runs out on | good through | good thru | good till | usable till | lasts until | lasts till | is good through | stays valid until | remains valid until
  `),
  until: list(`till | until |
    until midnight on | until midnight | until the end of | until noon on | till midnight on |
    through midnight on | until midnight of`),
  asOf: list(`
    as of | updated | last updated | as on | updated at | updated on | last update | refreshed |
    last refreshed | last checked | data as of | checked | as at
  `),
  resets: list(`
    resets | reset | resets on | renews | renew | renews on | next billing | billing date | starts |
    start date | activated | activated on | next reset | restored | will be restored | renewal | renewal date |
    refreshes | refills on | bill date | purchased | from date | due | due date | bill | started | activation |
    paid on | payment | resets in | issued | purchased on | order date | ordered | start
  `),
  example: list(`
    for example | e.g. | e.g | eg. | example | suppose | imagine | for instance | let us say | let's say |
    average | typically | typical | estimate | estimated | on average | sample | etc |
    usually | normally | generally | most months | tend to | something like
  `),
  condition: list(`
    if | when | once | would | should | in case | whenever | will be reduced | may | can be | could | unless |
    remember | ensure | check that | after you | will automatically | automatically | how do | how to | what |
    does | do i | whether | thereafter | will be | will receive | notify | alert me | remind | alert when |
    warn | will notify | will send | were | must | assume | assuming |
    added to your bill | charged to your bill | billed to | will be billed | on your next bill |
    you will have | you'll have | you'd have | i'd have | we'd have | i'll have | we'll have | wish |
    left enough | remaining enough
  `),
  past: list(`
    last month | last trip | previous trip | previous month | used yesterday | yesterday | previous | last cycle | previous cycle | last week | history |
    past | prior month | next month | last bill | lifetime | previous period |
    in january | in february | in march | in april | in may | in june | in july | in august |
    in september | in october | in november | in december | for january | for february | for march |
    for april | for may | for june | for july | for august | for september | for october | for november |
    for december |
    usage report | latest usage report | last usage report | monthly report |
    last spring | last summer | last autumn | last fall | last winter | last year | last visit | last time | i had | i only had | i still had | we had | we only had | we still had |
    my first month | my first week | the first month | the first week | my first trip | during my trip | on my trip | on our trip | during our trip | during my stay |
    years ago | months ago | weeks ago | back then | an old trip |
    past esims | past plans | past packages | past bundles | expired plans | expired esims | expired packages | expired bundles | archived esims | archived plans | inactive plans | inactive esims | ended plans | previous esims | previous plans | expired · |
    bill is ready
  `),
  today: list(`
    used today | today you used | usage today | today's usage | today's use | today used |
    today's data usage | data used today
  `),
  recent: list(`
    last 3 days | past 3 days | last 7 days | last 24 hours | past 7 days | last 30 days | last three days |
    past three days | this week | recent | used in | used over | used within
  `),
  offer: list(`
    offer | special offer | buy now | for just | discount | subscribe now | promo | sale | deal | starting at |
    starting from | limited time | buy more | shop | price | order now | browse | recommended | popular |
    add to cart | get more | upgrade | plans from | switch to | choose | best value | voucher | catalog |
    pricing | activate now | sign up | purchase | refer | invite | earn | win | compare | available plans |
    advertisement | sponsored | ad | advert
  `),
  storage: list(`
    storage | disk | memory | ram | drive | free space | buffer | vram | cache | photo | photos | backup |
    download | downloads | file | files | hard drive | ssd | internal storage | packets we | error budget |
    burn rate | inbox | mailbox | attachment | partition | swap | heap | installer | app size | macintosh |
    game update | hd | space | used space | system update |
    installing | install | updating | installation
  `),
  notData: list(`
    acct | acct bal |
    minutes | mins | min | sms | texts | calls | voice | talk | credit | points | account balance | airtime |
    messages | text messages | cash | calling | main balance | wallet | ratelimit | requests
  `),
  givenAway: list(`
    sent to | gifted to | you gave | transferred to | shared with | you sent | can gift | can share
  `),
  otherService: list(`
    vpn | nordvpn | expressvpn | protonvpn | surfshark | tunnelbear | windscribe | mullvad | hide.me | cloud | icloud | google one | dropbox | onedrive | server | broadband | firewall | github | repo |
    bandwidth | actions | azure | aws | fibre | fiber | hosting | dropped packets |
    slack | discord | notion | steam | playstation | psn | xbox | nintendo | epic games | trello | figma |
    sharepoint | google photos | amazon photos | evernote | ps5 | ps4 | wi-fi data | wifi data |
    wi-fi usage | wifi usage | wlan | wi-fi used | wifi used |
    sync | syncing | synced | keep syncing | your files |
    airbnb | hotel wifi | hotel wi-fi | hotel's wifi | hotel router | gmail
  `),
  neutral: list(`
    will return to full speed | returns to full speed | return to full speed |
    data usage alert | usage alert | data usage details | usage details | usage history | terms of use |
    how to use | used car | data balance is low | balance is low | limited offer | usage overview | data alert |
    low data | data saver | left menu | left side | turn left | no longer | data usage notification |
    data used notification | used for | used by | used to | of use | used by apps | remaining days |
    days left | days remaining | time left | left in your | last | usage summary | fair usage | fair use |
    usage policy | data plans | low balance | total days | limited to | check usage | view usage |
    data usage summary |
    full speed returns | full speed will return | full speed resumes | full speed is restored |
    full speed will be restored | back to full speed on | full speed after | full speed until |
    full speed for |
    almost used up | nearly used up | about to run out | will run out | running out | almost out of data |
    nearly out of data | going to run out | might run out | before you run out | never run out |
    not run out | don't run out | did not run out | haven't used up | almost finished | nearly finished |
    not used up | almost gone | nearly gone | run out of data again | ran out last | almost run out |
    nearly run out | not finished |
    almost reached your data limit | nearly reached your data limit | not reached your data limit | not yet reached your data limit | haven't reached your data limit | almost hit your data limit | nearly hit your data limit | not hit your data limit | haven't hit your data limit | have no more data worries | have no more data charges |
    end of | the end of
  `),
  otherLine: list(`
    family member's | your child's | member's line | my wife | my husband | my friend | her | his |
    my daughter | my son |
    my mom | my mum | my mother | my dad | my father | my brother | my sister | my partner |
    my boyfriend | my girlfriend | my kid | my kids | my parents | my roommate | my colleague | mom's |
    mum's | mother's | dad's | father's | brother's | sister's | wife's | husband's | son's | daughter's |
    friend's | boyfriend's | girlfriend's | partner's |
    he has | he only has | he still has | he have | he only have | he still have | she has |
    she only has | she still has | she have | she only have | she still have | mom has | mom only has |
    mom still has | mom have | mom only have | mom still have | mum has | mum only has | mum still has |
    mum have | mum only have | mum still have | dad has | dad only has | dad still has | dad have |
    dad only have | dad still have | grandma has | grandma only has | grandma still has | grandma have |
    grandma only have | grandma still have | grandpa has | grandpa only has | grandpa still has |
    grandpa have | grandpa only have | grandpa still have | they has | they only has | they still has |
    they have | they only have | they still have |
    he's got | she's got | he had | she had | mom's got | dad's got |
    my flatmate | flatmate's | roommate's | my housemate | housemate's | my uncle | my aunt | my cousin | cousin's | my grandma | my grandpa | my grandmother | my grandfather | my boss | my coworker | coworker's | my buddy | my mate | my best friend | my classmate | my ex | my fiance | my fiancee
  `),
  priceStep: list(`next price step | next tier | next step | price tier`),
  announced: list(`is as follows | are as follows | as follows`),
  correction: list(
    `i misread | misread | correction | i meant | i mean | my mistake | i was wrong | make that | scratch that | no wait | i stand corrected`,
  ),
} satisfies Words
