import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  madeUp: '（演示用虚构）',
  answer: '您好，已收到，我们马上核实并尽快答复您。（演示用虚构）',
  identity: '回拨预留电话核对（演示用虚构）',
  rootCause: '仓库与物流交接时未核对约定的到货日。（演示用虚构）',
  prevention: '发货前一天由客服电话确认到货时间。（演示用虚构）',
  said: {
    stopped: { who: '高主任（虚构）', subject: '贴标机停机' },
    invoice: { who: '财务 许会计（虚构）', subject: '发票税号有误' },
    late: {
      who: '韩经理（虚构）',
      subject: '投诉：备件晚到一周',
    },
    rude: { who: '邹女士（虚构）', subject: '投诉：电话中态度生硬' },
    damaged: { who: '仓库 马师傅（虚构）', subject: '投诉：外包装破损' },
    copy: { who: '任先生（虚构）', subject: '请提供贵司保存的我的个人信息' },
    sensor: { who: '钟工（虚构）', subject: '传感器无信号' },
    manual: { who: '白班长（虚构）', subject: '操作手册在哪里下载' },
    roller: { who: '段厂长（虚构）', subject: '压辊异响' },
    forget: { who: '柳女士（虚构）', subject: '请删除我的联系方式' },
  },
  comments: {
    stopped: '师傅当天就到了，谢谢。',
    late: '第二天才有人回电，产线已经停了。',
    rude: '后来处理得不错。',
    sensor: '电话里就指导好了。',
  },
}
