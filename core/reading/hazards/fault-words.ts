/** What can be wrong with a thing, as pieces of patterns that the signs are put together from. */

/** It does not do what it is there for. */
export const broken =
  '坏|损坏|受损|不亮|没亮|瞎了?|没电|失灵|失效|不响|不灵|不能用|用不[了到]|没法用|故障|关不[上住严]|[打推拉]不[开动]|打不着|不转|不工作|不出水|没出水|没有?水(?!带)|没压|压力(?:不足|不够|太?低|为零|没)|没有压力|指针|红[区色格的]|摆设|异响|怪响|怪声|嘎吱|抖|晃|卡[顿壳]|短路|跳闸|没反应|停用|烧(?:了|掉|黑|焦|糊|坏|化)|报废|罢工|熄|不起作用|broken|not work\\w*|doesn.t work|damaged|faulty|out of order|blocked';
/** It is not there. */
export const missing =
  '没得|冇得|没有(?!事|问题|发现|什么|影响|异常|关系|人)|没了|缺(?!口)|少了?(?:[\\d一二两三四五六几]|具|个|很多)|丢了|不见|空(?:的|了|着|空)|被?[人给]?偷|[被给]人?[拿搬抬]走|未(?:配|装|设|安|挂)|不(?:装|配|设)|拆(?:掉|了|除|走)|没(?:装|配|放|设|挂|上)|一个(?:都|也)没|损毁|(?<!正)无(?![论聊所异线人])|失踪|[只就]剩|missing|gone|stolen|\\bno\\b';
/** Something stands in the way. */
export const blocked =
  '堵|堆|占|锁|封|停(?:满|着|在|了|放|一排|车(?!位|场|费)|几)|挡|塞|焊死|焊住|放(?:着|满|了|在|的|几|一)|摆|关着|推不开|打不开|顶住|抵住|压着|链条?|走不[了通动过]|过不[去来]|进不[来去]|出不[来去]|侧身|block|locked|obstruct';
/** It has grown old or is damaged. */
export const worn =
  '老化|锈|烂|破|裂|断(?![片续])|烧(?:黑|焦|糊|坏|化)|发[硬黑烫热霉脆]|漏|滴|渗|磨损|磨[没光]|过期|到期|[没未]年?检|没人检|超期|该检|年检(?:过期|到期|没|也没|都没)|露(?:铜|出|在外)|裸露|脱落|脱皮|剥落|蛀|空鼓|鼓包|变形|腐|开胶|开缝|缝|expired|crack|rust|leak';
/** It may fall. */
export const unstable =
  '松|晃|歪|斜|[要快会]落下?来|倒(?!车|是|也|不|垃圾|了?杯|卖|班|排|数|油|污|废|水|渣|在|酒)|翘|塌|陷|垂|摇|悬|掉|砸|滚|滑|下沉|[挂吊](?:在|着|下)|拖[到在]|鼓|loose|hanging|leaning|fall(?:en|ing)?';
/** Nobody watches it, or it lies open. */
export const unguarded =
  '没人(?:管|看|修|盯|指挥|守|监)|没(?:盖|锁|围|关|遮|绑|固定|门|警示|护栏|栏杆|标|防护)|无(?:盖|围|人看|警示|护栏|标|防护)|敞|开着|露天|大开|open\\b|uncovered|unguarded';
/** Somebody does what is not allowed. */
export const wild =
  '乱|私[拉接自搭改藏存设]|偷[排倒接电]|违[规章建停]|擅自|非法|到处|随[意便]|明火|抽烟|吸烟|烟头|illegal';
