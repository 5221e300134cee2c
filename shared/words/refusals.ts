// What a person reads for each refusal: what happened, and what to do about it. One entry per code (a test finds one without).

import type { Bilingual } from '../kit/bilingual.ts'
import type { RefusalCode } from '../protocol/refusal.ts'
import { COMMON_WORDS } from './common.ts'

/** Refusals that only a client makes: the question never arrived, the answer never came back, or the cookie is not kept. */
export type LineRefusalCode = 'line.none' | 'line.slow' | 'line.no-cookie'

export const REFUSAL_WORDS = {
  'line.none': {
    zh: '现在没有网络连接。恢复后请再试一次。',
    en: 'There is no connection right now. Try again once it is back.',
  },
  'line.no-cookie': COMMON_WORDS['common.line-no-cookie'],
  'line.slow': { zh: '没有等到答复。请再试一次。', en: 'No answer came back. Please try again.' },

  'wire.malformed': {
    zh: '内容格式不对，服务器没有接受。',
    en: 'That was not filled in as expected. Please check it.',
  },
  'wire.too-large': { zh: '内容太大，无法发送。', en: 'That is too large to send.' },
  'wire.too-often': { zh: '操作太频繁，请稍等片刻再试。', en: 'That was too quick. Wait a moment, then try again.' },
  'wire.old-version': { zh: '页面版本过旧，请重新打开。', en: 'This page is out of date. Please open it again.' },
  'wire.unknown-event': {
    zh: '服务器不认识这个请求。请重新打开页面。',
    en: 'The server does not know this request. Please open the page again.',
  },
  'wire.origin': { zh: '请求来自其他网站，已被拒绝。', en: 'The request came from another site and was refused.' },
  'wire.draining': { zh: '会客厅正在重启，请稍后再试。', en: 'The house is restarting. Try again in a moment.' },
  'wire.fault': {
    zh: '服务器出错，我们已记录。如需报告，请注明编号 {fault}。',
    en: 'Something failed on our side and has been logged. If you report it, name {fault}.',
  },
  'wire.not-found': { zh: '没有找到。', en: 'Nothing was found there.' },

  'storage.failed': {
    zh: '暂时无法保存，什么都没有改变。请稍后再试。',
    en: 'It could not be saved, and nothing was changed. Try again shortly.',
  },
  'storage.full': {
    zh: '服务器存储已满，请联系会客厅工作人员。',
    en: 'The house has no room left to store this. Please tell its staff.',
  },

  'person.sign-in-needed': { zh: '请先登录。', en: 'Please sign in first.' },
  'person.not-allowed': { zh: '您的账号没有这项权限。', en: 'Your account may not do this.' },
  'person.link-spent': {
    zh: '登录链接已使用或已过期。请向工作人员索取新的链接。',
    en: 'This sign-in link has been used or has expired. Ask for a new one.',
  },
  'person.wrong-password': { zh: '账号或密码不正确。', en: 'That name and password do not match.' },
  'person.name-bad': { zh: '请填写 1 至 40 个字的称呼。', en: 'Please give a name of 1 to 40 characters.' },
  'person.login-taken': {
    zh: '这个登录名已有人使用，请换一个。',
    en: 'Somebody else has this login. Please choose another one.',
  },
  'person.passkey-failed': {
    zh: '通行密钥验证未通过。可改用密码或登录链接。',
    en: 'The passkey was not accepted. You can use a password or a sign-in link.',
  },
  'person.unknown': {
    zh: '没有这位工作人员，可能已被移除。',
    en: 'There is no such member of staff. They may have been removed already.',
  },
  'person.last-operator': {
    zh: '这是唯一的管理员，不能移除。请先请另一位担任管理员。',
    en: 'This is the only operator and cannot be removed. Make somebody else an operator first.',
  },

  'session.unknown': { zh: '没有这场活动，请核对链接。', en: 'There is no such session. Please check the link.' },
  'session.ended': { zh: '活动已经结束。', en: 'This session has ended.' },
  'session.not-live': { zh: '活动尚未开始。', en: 'This session has not started yet.' },
  'session.already-live': { zh: '活动已在进行。', en: 'This session is already under way.' },
  'session.not-allowed': { zh: '您在这场活动中的身份不能这样做。', en: 'Your role in this session may not do that.' },
  'session.stale-epoch': {
    zh: '讲解已交给他人，这次操作没有生效。',
    en: 'Somebody else leads by now, so this was not done.',
  },
  'session.not-in': { zh: '您还没有加入这场活动。', en: 'You have not joined this session.' },
  'session.code-unknown': {
    zh: '没有这个入场码，请对照大屏幕再输入一次。',
    en: 'No session has this code. Compare it with the screen and type it again.',
  },
  'session.full': { zh: '活动人数已满。', en: 'This session is full.' },
  'session.confirm-needed': { zh: '结束活动需要确认。', en: 'Ending a session needs a confirmation.' },
  'session.higher-rank': {
    zh: '不能对级别更高的人执行此操作。',
    en: 'You cannot do that to somebody of a higher role.',
  },
  'session.nobody-to-lead': { zh: '没有人可以接替讲解。', en: 'There is nobody who could take the lead.' },

  'lead.not-offered': {
    zh: '讲解没有移交给您，或已被收回。',
    en: 'The lead was not offered to you, or was withdrawn.',
  },
  'lead.taken': { zh: '已有人在讲解。', en: 'Somebody is already leading.' },
  'cue.unknown': { zh: '流程中没有这一站。', en: 'There is no such stop in the rundown.' },
  'cue.no-stop': { zh: '这一项不在展厅中，无法前往。', en: 'This item is not a place in the hall.' },
  'question.unknown': { zh: '没有这个提问。', en: 'There is no such question.' },
  'question.too-long': {
    zh: '提问太长，请缩短到 {limit, number} 字以内。',
    en: 'That question is too long. Please keep it under {limit, number} characters.',
  },
  'question.empty': { zh: '请先写下您的问题。', en: 'Please write your question first.' },
  'question.too-many-open': {
    zh: '您已有 {limit, number} 个问题在等待答复。答复或撤回后可再提问。',
    en: 'You already have {limit, number} questions waiting. Ask again once one is answered or withdrawn.',
  },
  'question.wrong-state': { zh: '这个提问的状态已改变。', en: 'This question has moved on in the meantime.' },
  'question.own-vote': { zh: '您已为这个问题投过票。', en: 'You have already voted for this question.' },
  'question.own': { zh: '不能为自己的问题投票。', en: 'You cannot vote for your own question.' },
  'poll.unknown': { zh: '没有这个投票。', en: 'There is no such poll.' },
  'poll.wrong-state': { zh: '投票的状态已改变。', en: 'This poll has moved on in the meantime.' },
  'poll.not-open': { zh: '投票没有开放。', en: 'This poll is not open.' },
  'poll.option-unknown': { zh: '没有这个选项。', en: 'There is no such option.' },
  'poll.options-bad': { zh: '请填写 2 至 8 个不同的选项。', en: 'Please give 2 to 8 different options.' },
  'poll.too-many': {
    zh: '投票已达 {limit} 个。请先归档一个。',
    en: 'There are {limit} polls already. Archive one first.',
  },
  'react.too-often': { zh: '请稍等两秒再回应。', en: 'One reaction every two seconds, please.' },
  'booth.unknown': { zh: '没有这个展位。', en: 'There is no such booth.' },
  'booth.changed-meanwhile': {
    zh: '这一部分刚刚被同事改过。您的内容还在，请对照后再保存。',
    en: 'A colleague changed this part just now. What you wrote is still here: compare, then save again.',
  },
  'booth.not-ready': {
    zh: '还有 {count, number} 处需要补充，请先改好再提交。',
    en: '{count, plural, one {One thing is} other {# things are}} missing. Complete them, then submit.',
  },
  'booth.model-unknown': {
    zh: '这个模型不在本展位，或没有通过检查。',
    en: 'This model is not one of this booth, or it was not accepted.',
  },
  'booth.file-unknown': {
    zh: '有文件不在本展位，请重新上传。',
    en: 'A file is not one of this booth. Please upload it again.',
  },
  'booth.import-gone': {
    zh: '带入的内容已经不在了（保留一小时）。请重新上传 .zip。',
    en: 'What was brought in is gone; it is kept for an hour. Please upload the .zip again.',
  },
  'booth.already-submitted': {
    zh: '已有一个版本在等待审核。请先撤回，再提交新的。',
    en: 'A version is waiting for approval already. Withdraw it first.',
  },
  'booth.wrong-state': {
    zh: '这个版本的状态已变，此操作不再适用。',
    en: 'This version has changed its state meanwhile; that is not possible any more.',
  },
  'booth.remark-needed': { zh: '请写明需要修改什么。', en: 'Say what is to be changed.' },
  'booth.time-bad': {
    zh: '请选择今后两年内的时间。',
    en: 'Choose a time from now on, within two years.',
  },
} as const satisfies Readonly<Record<RefusalCode | LineRefusalCode, Bilingual>>
