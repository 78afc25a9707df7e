import type { Facts, Output } from '../../src/core/rules/decision-table.ts'

/** Facts, and what the table must answer: the first output of each conclusion, in the order of its rows. */
export type Example = readonly [facts: Facts, answers: readonly Output[]]

const call = {
  origin: 'hotline',
  grave: false,
  'ordinary-callers': 1,
  'vip-callers': 0,
  'handed-up': false,
  'across-regions': false,
  standing: 'private',
  sensitive: false,
}
const plain = { class: 'ordinary', international: false, transfer: 'local' }

/** Examples of the telecom pack's tables, by table: every row answers one of them. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  classification: [
    [call, ['ordinary']],
    [{ ...call, grave: true }, ['major']],
    [{ ...call, origin: 'government' }, ['over-head']],
    [{ ...call, origin: 'account-manager' }, ['ordinary']],
    [{ ...call, 'ordinary-callers': 10 }, ['ordinary']],
    [{ ...call, 'ordinary-callers': 11 }, ['batch']],
    [{ ...call, 'vip-callers': 4 }, ['ordinary']],
    [{ ...call, 'vip-callers': 5 }, ['batch']],
    [{ ...call, 'since-closed': 3 }, ['repeat']],
    [{ ...call, 'since-closed': 3.5 }, ['ordinary']],
    [{ ...call, 'handed-up': true }, ['escalated']],
    [{ ...call, 'across-regions': true }, ['cross-region']],
    [{ ...call, tier: 'gold' }, ['important']],
    [{ ...call, tier: 'silver' }, ['ordinary']],
    [{ ...call, standing: 'group-a' }, ['important']],
    [{ ...call, standing: 'group-other' }, ['ordinary']],
    [{ ...call, sensitive: true }, ['sensitive']],
    [{ ...call, grave: true, origin: 'media', 'since-closed': 0 }, ['major', 'over-head', 'repeat']],
  ],
  'reply-time': [
    [{ ...plain, class: 'major' }, [24]],
    [{ ...plain, class: 'over-head', brand: 'easyown' }, [48]],
    [{ ...plain, class: 'repeat', brand: 'easyown' }, [48]],
    [{ ...plain, class: 'batch', brand: 'm-zone' }, [48]],
    [{ ...plain, class: 'important' }, [24]],
    [{ ...plain, class: 'cross-region', brand: 'easyown' }, [48]],
    [{ ...plain, tier: 'silver', brand: 'easyown' }, [24]],
    [{ ...plain, brand: 'goetone' }, [48]],
    [{ ...plain, brand: 'other-network', tier: 'ordinary' }, [96]],
    [{ ...plain, brand: 'easyown', international: true }, [24]],
    [{ ...plain, brand: 'goetone', transfer: 'from-province' }, [72]],
    [{ ...plain, brand: 'goetone', transfer: 'to-province' }, [120]],
    [{ ...plain, class: 'major', transfer: 'to-province' }, [24]],
    [plain, [48]],
  ],
  'refund-authority': [
    [{ amount: 0 }, ['frontline']],
    [{ amount: 100 }, ['frontline']],
    [{ amount: 100.01 }, ['shop-manager']],
    [{ amount: 300 }, ['shop-manager']],
    [{ amount: 500 }, ['shop-manager']],
    [{ amount: 2000 }, ['section-manager']],
    [{ amount: 2000.01 }, ['city-department']],
    [{ amount: 5000 }, ['city-department']],
    [{ amount: 5000.01 }, ['city-general']],
  ],
  'batch-refund': [
    [{ 'changes-money': true, households: 11, total: 50 }, ['batch']],
    [{ 'changes-money': true, households: 10, total: 3000.01 }, ['batch']],
    [{ 'changes-money': true, households: 10, total: 3000 }, ['single']],
    [{ 'changes-money': false, households: 2, total: 0 }, ['batch']],
  ],
  'claim-limits': [
    [{ fee: 'subscription', 'since-paid': 6 }, ['front']],
    [{ fee: 'subscription', 'since-paid': 6, 'since-cancelled': 4.5 }, ['front']],
    [{ fee: 'other', 'since-paid': 24 }, ['front']],
    [{ fee: 'other', 'since-paid': 8, 'since-cancelled': 5 }, ['specialist']],
    [{ fee: 'other', 'since-paid': 24.5 }, ['specialist']],
  ],
  'special-customer': [
    [{ people: 3, disturbs: false, demands: false }, [true]],
    [{ people: 2, disturbs: true, demands: false }, [true]],
    [{ people: 1, disturbs: false, demands: true }, [true]],
    [{ people: 2, disturbs: false, demands: false }, [false]],
  ],
  'time-limits': [
    [{ what: 'first-reply' }, [48]],
    [{ what: 'progress' }, [48]],
    [{ what: 'record-talk' }, [1]],
    [{ what: 'pass-on' }, [1]],
    [{ what: 'supervisor-opinion' }, [1]],
    [{ what: 'major-report' }, [1]],
    [{ what: 'special-reply' }, [72]],
    [{ what: 'media-notice' }, [0]],
    [{ what: 'refund-decided' }, [7]],
    [{ what: 'refund-unproved' }, [7]],
    [{ what: 'holiday-feedback' }, [4]],
  ],
  'double-refund': [
    [{ charged: false, cause: 'metered-wrong' }, ['corrected']],
    ...[
      ...['offer-not-applied', 'without-consent', 'promotion-broken', 'above-tariff', 'former-owner', 'odd-records', 'not-provided'],
      ...['before-notice', 'notice-only', 'after-cancelling', 'metered-wrong', 'never-used'],
    ].map((cause): Example => [{ charged: true, cause }, ['double']]),
    ...['gift-late', 'told-wrong', 'other-operator', 'force-majeure', 'border-roaming'].map(
      (cause): Example => [{ charged: true, cause }, ['principal']],
    ),
    ...['replied-late', 'customer-side', 'after-notice'].map((cause): Example => [{ charged: true, cause }, ['none']]),
    [{ charged: true, cause: 'group-product' }, ['agreement']],
    [{ charged: true, cause: 'unproved' }, ['examined']],
  ],
  'fee-cause': [
    [{ detail: 'service-quality' }, ['company']],
    [{ detail: 'not-ordered' }, ['partner']],
    [{ detail: 'agent-shop' }, ['channel']],
    [{ detail: 'unknown' }, ['other']],
  ],
  'order-type': [
    [{ need: 'complaint' }, ['complaint']],
    [{ need: 'back-office' }, ['business']],
    [{ need: 'later' }, ['appointment']],
    [{ need: 'worth-noting' }, ['inquiry']],
    [{ need: 'question' }, ['none']],
  ],
  'order-urgency': [
    [{ tier: 'silver', urgent: false }, ['top']],
    [{ tier: 'ordinary', urgent: true }, ['urgent']],
    [{ urgent: false }, ['normal']],
  ],
  'order-handling': [
    [{ next: 'record-only' }, ['submit']],
    [{ next: 'department' }, ['transfer']],
    [{ next: 'outside' }, ['dispatch']],
    [{ next: 'done' }, ['answer']],
  ],
  'order-column': [
    [{ matter: 'sms-fail' }, ['basic']],
    [{ matter: 'password-stolen' }, ['security']],
    [{ matter: 'recharge-blacklist' }, ['support']],
    [{ matter: 'fee-dispute' }, ['charges']],
    [{ matter: 'denies-sp' }, ['partner']],
    [{ matter: 'music-card' }, ['own']],
    [{ matter: 'group-shortcode' }, ['group']],
    [{ matter: 'agitated' }, ['quality']],
    [{}, ['quality']],
  ],
}

/** Tables whose answers are words: that each row answers is asked by its facts alone. */
export const WORDS: Readonly<Record<string, readonly Facts[]>> = {
  'refund-approval': [
    { way: 'single', amount: 80, fault: false, 'changes-money': true },
    { way: 'single', amount: 500.01, fault: false, 'changes-money': true },
    { way: 'single', amount: 2000.01, fault: false, 'changes-money': true },
    { way: 'single', amount: 9000, fault: false, 'changes-money': true },
    { way: 'batch', amount: 40, fault: true, 'changes-money': true },
    { way: 'batch', amount: 40, fault: false, 'changes-money': true },
    { way: 'batch', amount: 0, fault: false, 'changes-money': false },
  ],
  'holiday-duty': [{ owner: 'channel-manager' }, { owner: 'cross-region' }, { owner: 'back-office' }],
  reporting: [
    { what: 'major', desk: 'hall' },
    { what: 'major', desk: 'channel' },
    { what: 'major', desk: 'account-manager' },
    { what: 'media', desk: 'hall' },
  ],
}
