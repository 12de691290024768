import { matterNamesZh } from './matter-names-zh.ts';
import type { MatterResultTexts } from './matter-names-texts.ts';

/** What a step came to, in Chinese; a toast on a phone that others may see, so no contents. */
export const matterResultZh: MatterResultTexts = {
  matter_begun: ({ number }) => `好，编号 ${number}。我们在私聊里慢慢说。`,
  matter_asked: () => '记下了，接着说。',
  matter_filed: ({ number }) => `交上去了，编号 ${number}。有进展就告诉你。`,
  matter_dropped: () => '好，不说了。刚才说的没交给任何人，想说的时候我都在。',
  matter_going_on: ({ number }) => `你有一件还没说完，编号 ${number}。先把这件说完吧。`,
  matter_shown: () => '内容发到私聊了，看的时候留意身边的人。',
  matter_taken: ({ number }) => `你接下了，编号 ${number}，谢谢。下一步在私聊里。`,
  matter_assigned: ({ number, to }) => `已交给 ${to}，编号 ${number}，马上通知。`,
  matter_not_assigned: ({ why }) =>
    ({
      unknown: '没找到这位调解员。写代号或者全名，比如“指派 M-2611-0042 给 喜哥”。',
      several: '有好几位叫这个，写代号吧。',
      cannot: '这件不能交给这一位，请换一位。',
      unreachable: '这位还没绑定，收不到我的消息。请换一位，或者让人先绑定。',
    })[why],
  matter_passed: () => '知道了，会找别人，谢谢说一声。',
  matter_given_back: () => '交回去了，会另外找人，谢谢说一声。',
  matter_stepped_up: ({ room }) => (room === '' ? '已转上一级。' : `已转给${room}。`),
  matter_acknowledged: () => '记下了，由你负责。',
  matter_consent_noted: ({ said, accepted, without }) =>
    ({
      yes: accepted === true ? '记下了。各方都愿意谈，正式受理了，接下来约时间。' : '记下了：愿意调解。',
      no:
        without === true
          ? '记下了：不愿意。不勉强，另外两方接着谈。'
          : '记下了：不愿意。不勉强，会告诉各方还有哪些办法。',
      unreached: '记下了：联系不上。',
    })[said],
  matter_times_wanted: () => '写两三个时间给我就行，比如“周三下午3点，周四上午9点半”。',
  matter_times_refused: ({ why }) =>
    ({
      past: '这个时间已经过了，换一个吧。',
      no_such_time: '没找到这个日子或钟点，看看是不是写错了，再发一次。',
      far: '这个时间太远了，写三个月以内的吧。',
    })[why],
  matter_times_sent: ({ times }) => `${times} 个时间发出去问了，都答了就告诉你。`,
  matter_times_taken: ({ taken, left }) =>
    [
      ...taken.map(({ date, clock, number, why }) => {
        const { month, day } = Temporal.PlainDate.from(date);
        return `${month}月${day}日${clock} ${why === 'mediator' ? '你' : '调解室'}已经约了 ${number}。`;
      }),
      left > 0 ? `另外 ${left} 个时间已经问各方了。` : '换个时间发给我；非要这个，前面加“照样”再发一次。',
    ].join(''),
  matter_time_noted: () => '记下了。各方都答了，就定下来告诉你。',
  matter_booked: () => '时间定了，见面的通知马上到。',
  matter_session_off: () => '这次见面取消了，已经告诉各方。',
  matter_words_wanted: ({ what }) =>
    ({
      record: '请说一下谈得怎么样，几句话就行，我来记。',
      terms: '请说谈好的条件：谁、做什么或付多少、哪天之前。',
      reason: '请说一下原因，一句话就行。',
      answer: '请写答复，带上法条和版本。',
      note: '请说要记什么。这些话各方都看不到。',
      name: '请写名字，或者电话。',
    })[what],
  matter_noted: () => '记下了。',
  matter_words_passed_on: ({ waits, danger }) =>
    `${waits === true ? '记下了，谁接手谁就看得到。' : '记下了，已经转给接手的人。'}${danger === true ? '等不及就打上面的电话。' : ''}`,
  matter_voice: () =>
    '语音我听不懂，接手的人也听不到。打几个字就行，一句也好；不方便打字，请家里人帮忙，或者到前台去说，有人替你记。急事直接打 110、119、120。',
  matter_time_passed_on: () => '这个时间转过去了，定了马上告诉你。没定之前，按原来说的来。',
  matter_terms_sent: () => '条件发给各方了，等他们看了签字。',
  matter_signed: ({ waiting }) => (waiting > 0 ? `签好了。还等 ${waiting} 方。` : '签好了，各方都签了。'),
  matter_effective: () => '协议生效了。接下来照着办就好。',
  matter_paid_noted: () => '记下了，等对方确认收到。',
  matter_payment_confirmed: ({ done }) => (done ? '确认了，这一笔清了。' : '确认了，还有一部分没到。'),
  matter_moved: ({ state }) => `记下了，现在是“${matterNamesZh.state[state]}”。`,
  matter_court_noted: ({ state }) =>
    ({
      none: '记下了：不去法院确认。协议照样有约束力。',
      applied: '记下了：已向法院申请。',
      confirmed: '记下了：法院确认了。',
      rejected: '记下了：法院没有确认。可以再谈，也可以起诉。',
    })[state],
  matter_more_time_asked: ({ days }) => `问各方了：要不要再多 ${days} 天。都同意才延长。`,
  matter_more_time: ({ agreed, all }) =>
    agreed ? (all === true ? '记下了。都同意，多谈一阵。' : '记下了：同意延长。') : '记下了：不延长，按原来的时间。',
  matter_visited: ({ next }) =>
    next === null ? '记下了，这件可以归档了，辛苦。' : `记下了。下次回访在结束后第 ${next} 天。`,
  matter_withdrawn: () => '好，这件停下了。以后想再谈，随时找我。',
  matter_done: () => '办完了，辛苦！',
  matter_link_sent: () => '网页链接发到私聊了，只给你一个人。',
  opening_asked: () => '申请送出去了，要另一个人同意才能看。',
  opening_agreed: () => '同意了。能看一段时间，看过会留记录。',
  opening_refused: () => '记下了：不同意查看。',
  opening_own: () => '自己申请的，要别人来同意。',
  data_agreed: () => '好，谢谢。',
  data_refused: () => '好，这件不办，也不留了。聊天记录也要删，发“删除我的数据”。想说了随时找我，也可以打电话。',
  data_sent: () => '你的数据准备好了，发到私聊。',
  data_sure: () => '删了就找不回来了。真要删，请再确认一次。',
  data_erased: ({ kept }) =>
    kept > 0 ? `删了。还有 ${kept} 件没办完的先留着，办完就删。` : '都删了。以后有事还可以找我。',
  data_busy: () => '你现在有任务在身，先结束任务，再来删。',
  matter_not_here: () => '这里别人也看得到，到私聊里跟我说。',
  matter_not_yours: ({ why }) =>
    why === 'side'
      ? '你是这件事的一方，不能由你来调解，会有别的调解员接手。'
      : why === 'take'
        ? '这件不由你来接，会有合适的人接手。'
        : '这件不归你看。有急事，可以申请临时查看。',
  matter_none: () => '没找到这一件。说一下编号，像 M 开头那串；不记得就发“我的调解”。',
  matter_not_yet: ({ need }) =>
    ({
      consent: '还不行：先要各方都愿意调解。',
      session: '还不行：先要见面谈过。',
      terms: '还不行：先把谈好的条件写下来。',
      visit: '还不行：先回访一次，再归档。',
      effective: '还不行：协议还没生效。',
    })[need],
  matter_already: ({ state }) => `这一步已经过了，现在是“${matterNamesZh.state[state]}”。`,
  matter_goes_on: () => '好，什么都没改，这件接着办。',
  matter_no_meeting: () => '这件有危险，不安排面对面。分别约：写“A方 周三下午3点”这样。',
};
