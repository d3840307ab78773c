// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/pinyin.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

// Characters of GB 2312 and of names, each behind its syllable, mostly as ICU 72's transform
// Han-Latin has it; loading that takes 0.2 s at each start, this nothing. Where papers mostly use
// another reading, that one: 地 di, 还 huan, 似 si, 都 du.
// clang-format off
constexpr std::string_view kCharacters =
    "a啊嗄锕阿 ai哀哎唉嗌嗳埃嫒挨捱暧爱瑷癌皑矮砹碍艾蔼锿隘霭 an俺埯安岸庵按揞暗案桉氨犴胺谙铵鞍"
    "鹌黯 ang昂盎肮 ao傲凹嗷坳奥媪岙廒懊拗敖澳熬獒翱聱螯袄遨鏊鏖骜鳌 ba八叭吧坝岜巴扒把拔捌灞爸疤"
    "笆粑罢耙芭茇菝跋钯霸靶魃鲅 bai佰拜捭掰摆擘柏白百稗败 ban伴办半坂扮扳拌搬斑板版班瓣瘢癍绊舨般"
    "钣颁 bang傍帮梆棒榜浜磅绑膀蒡蚌谤邦镑 bao保勹包堡孢宝报抱暴煲爆胞苞葆薄褒褓豹趵雹饱鲍鸨龅 be"
    "i倍北卑呗备孛悖悲惫杯焙狈碑碚背蓓被褙贝辈邶鐾钡陂鞴鹎 ben坌奔本犇畚笨苯贲锛 beng嘣崩泵甏甭绷"
    "蹦迸 bi俾匕吡哔壁妣婢嬖币庇庳弊弼彼必愎敝比毕毖毙滗濞狴璧畀痹碧秕笔筚箅篦臂舭荜荸萆蓖蔽薜裨"
    "襞跸逼避鄙铋闭陛髀鼻 bian便匾卞变弁忭扁抃汴煸砭碥窆笾缏编苄蝙褊贬辨辩辫边遍鞭鳊 biao婊彪杓标"
    "灬瘭膘表裱镖镳飑飙飚骉骠髟鳔 bie别憋瘪蹩鳖 bin傧宾彬摈斌槟殡滨濒玢缤膑豳镔髌鬓 bing丙兵冫冰"
    "并摒昺柄炳病禀秉邴饼 bo亳伯剥勃博卜啵帛拨搏播檗波渤玻礴箔簸脖膊舶菠跛踣钵钹铂镈饽驳鹁 bu不卟"
    "哺埔埗埠布怖捕晡步瓿簿补逋部醭钚钸 ca嚓擦礤 cai彩才材猜睬菜蔡裁财踩采 can参孱惨惭掺残灿璨粲"
    "蚕餐骖黪 cang仓伧沧舱苍藏 cao嘈操曹槽漕糙艚艹草螬 ce侧册厕恻测策 cen岑涔 ceng噌层曾蹭 cha叉"
    "姹察岔差插搽杈查槎檫汊猹碴茬茶衩诧锸镲馇 chai侪拆柴瘥虿豺钗 chan产冁婵巉廛忏搀潺澶禅缠羼蒇蝉"
    "蟾觇谄谗躔铲镡阐颤馋骣 chang伥倡偿厂唱场娼嫦尝常徜怅惝敞昌昶氅猖畅肠苌菖阊鬯鲳 chao吵嘲巢怊"
    "抄晁朝潮炒焯耖超钞 che坼屮彻扯掣撤澈砗车 chen嗔宸尘忱抻晨榇沉琛碜臣衬谌谶趁辰郴陈龀 cheng丞"
    "乘呈城埕塍惩成承撑晟枨柽橙澄琤瞠秤称程蛏裎诚逞酲铖骋 chi侈傺叱吃哧啻嗤坻墀媸尺弛彳持敕斥池炽"
    "痴瘛眵笞篪翅耻茌蚩螭褫赤踟迟饬驰魑鸱齿 chong充冲宠崇忡憧翀舂艟茺虫铳 chou丑仇俦帱惆愁抽畴瘳"
    "瞅稠筹绸臭踌酬雠 chu亍储出刍初厨处怵憷搐杵楚楮樗橱滁畜矗础绌蜍褚触蹰躇锄除雏黜 chuai啜嘬揣搋"
    "膪踹 chuan串传喘巛川椽氚穿舛舡船遄钏 chuang创幢床怆疮窗闯 chui吹垂捶棰椎槌炊锤陲 chun唇春椿"
    "淳纯莼蝽蠢醇鹑 chuo戳绰踔辍辶龊 ci伺刺呲慈次此瓷疵磁祠糍茈茨词赐辞雌鹚 cong丛从匆囱枞淙琮璁"
    "聪苁葱骢 cou凑腠辏 cu促徂殂猝簇粗蔟蹙蹴酢醋 cuan撺汆爨窜篡蹿镩 cui催啐崔悴摧榱毳淬璀瘁粹翠脆"
    "萃 cun存寸忖村皴 cuo厝嵯挫措搓撮痤矬磋脞蹉锉错鹾 da哒嗒大妲怛打搭沓瘩笪答耷褡跶达靼鞑 dai代"
    "傣呆呔埭岱带待怠戴歹殆玳甙绐袋贷迨逮骀黛 dan丹但儋单啖弹惮担掸旦殚氮淡澹疸瘅眈箪耽聃胆萏蛋诞"
    "赕郸 dang党凼宕当挡档砀荡菪裆谠铛 dao倒刀刂到叨导岛忉悼捣氘焘盗祷稻纛蹈道 de得德的锝 deng凳"
    "噔嶝戥灯登瞪磴等簦蹬邓镫 di低嘀地堤娣嫡帝底弟抵敌柢棣氐涤滴狄睇砥碲笛第籴缔羝翟荻蒂觌诋谛迪"
    "递邸镝頔骶 dian佃典坫垫奠巅店惦掂殿淀滇点玷电甸癜癫碘簟踮钿阽靛颠 diao凋刁叼吊掉碉窎调貂钓铞"
    "铫雕鲷 die叠喋嗲垤堞揲爹牒瓞碟耋蝶谍跌蹀迭鲽 ding丁仃叮啶定玎疔盯碇耵腚订酊钉铤锭顶鼎 diu丢"
    "铥 dong东侗冬冻动咚垌岽峒恫懂栋氡洞硐胨胴董鸫 dou兜抖斗痘窦篼蔸蚪豆逗陡 du嘟堵妒度杜椟毒渎渡"
    "牍犊独督睹碡笃肚芏蠹读赌都镀阇騳髑黩 duan断椴段煅短端簖缎耑锻 dui兑堆对怼憝碓镦队 dun吨囤墩"
    "敦沌炖盹盾砘礅趸蹲遁钝顿 duo剁咄哆哚垛堕多夺惰掇朵柁缍舵裰跺踱躲铎 e俄厄呃噩垩娥婀屙峨恶愕扼"
    "腭苊莪萼蛾讹谔轭遏鄂锇锷阏颚额饿鳄鹅鹗 ei诶 en恩摁蒽 er二佴儿尔洱珥而耳贰迩铒饵鲕鸸 fa乏伐发"
    "垡法珐砝筏罚阀 fan凡反帆幡梵樊泛烦燔犯璠畈番矾繁翻范蕃藩蘩贩蹯返钒饭 fang仿匚坊妨彷房放方昉"
    "枋纺肪舫芳访邡钫防鲂 fei匪吠啡妃废悱扉斐朏榧沸淝狒痱篚绯翡肥肺腓芾菲蜚诽费镄霏非飞鲱 fen份偾"
    "分吩坟奋忿愤棼氛汾瀵焚粉粪纷芬酚鲼鼢 feng丰俸冯凤唪奉封峰枫沣烽疯砜缝葑蜂讽逢酆锋风 fou否缶 "
    "fu付伏佛俘俯傅凫副匐呋呒咐复夫妇孚孵富幅幞府弗怫扶抚拂拊敷斧服桴氟浮涪滏父甫砩祓福稃符绂绋缚"
    "罘肤腐腑腹艴芙苻茯莩菔蚨蜉蝠蝮袱覆讣负赋赙赴趺跗辅辐郛釜阜阝附頫馥驸鲋鳆麸黻黼 ga呷嘎噶尕尜"
    "尬旮钆 gai丐垓戤改概溉盖该赅钙陔 gan坩尴干感擀敢旰杆柑橄泔淦澉甘疳矸秆竿绀肝苷赣赶酐 gang冈"
    "刚岗戆杠港筻纲缸罡肛钢 gao告搞杲槁槔皋睾稿篙糕缟羔膏藁诰郜锆镐高 ge个仡割各咯哥哿嗝圪塥戈搁"
    "搿格歌疙硌纥胳膈舸葛虼袼铬镉阁隔革骼鬲鸽 gei给 gen亘哏根艮茛跟 geng哽埂庚更梗绠羹耕耿赓鲠 go"
    "ng供公共功宫工巩廾弓恭拱攻汞珙肱蚣觥贡躬龚 gou佝勾垢够媾岣彀构枸沟狗笱篝缑苟觏诟购遘钩鞲 gu"
    "估古呱咕嘏固堌姑孤崮故梏毂汩沽牯牿痼瞽箍罟股臌菇菰蛄蛊觚诂谷轱辜酤钴锢雇顾骨鲴鸪鹄鹘鼓 gua刮"
    "剐卦寡挂栝瓜聒胍褂诖鸹 guai乖怪拐掴 guan倌关冠官惯掼棺涫灌盥管罐莞观贯馆鳏鹳 guang光咣广桄犷"
    "胱逛 gui傀刽刿匦圭妫宄庋归晷柜桂桧炔瑰癸皈硅簋规诡贵跪轨闺鬼鲑鳜龟 gun丨棍滚磙绲衮辊鲧 guo呙"
    "国埚崞帼果椁猓虢蜾蝈裹过郭锅馘 ha哈奤蛤铪 hai亥咳嗨孩害氦海胲醢骇骸 han函含喊寒悍憨憾捍撖撼"
    "旱晗汉汗涵瀚焊焓罕翰菡蚶邗邯酣阚韩顸颔鼾 hang夯杭沆珩绗航颃 hao号嗥嚆嚎壕好昊毫浩濠灏皓耗蒿"
    "薅蚝豪貉郝颢 he何劾合呵和喝嗬壑曷核河涸盍盒禾翮翯荷菏蚵褐诃贺赫阂阖颌鹤 hei嘿黑 hen很恨狠痕 "
    "heng亨哼恒桁横蘅衡 hong哄宏弘泓洪烘竑红荭蕻薨虹訇讧轰闳鸿黉 hou侯候厚后吼喉堠猴瘊篌糇逅骺鲎"
    "鲘 hu乎互冱呼唬唿囫壶岵弧忽怙惚户戽扈护斛槲沪浒湖滹烀煳狐猢琥瑚瓠祜笏糊胡葫虍虎蝴觳轷醐鹕鹱 "
    "hua划化华哗桦滑猾画花话铧骅 huai坏徊怀槐淮踝 huan唤圜奂宦寰幻患换擐桓欢洹浣涣漶焕獾环痪缓缳"
    "萑豢还逭郇锾阛鬟鲩 huang凰幌徨恍惶慌晃湟潢煌璜癀皇磺篁簧肓荒蝗蟥谎遑隍鳇黄 hui会卉咴哕喙回彗"
    "徽恚恢悔惠慧挥晖晦毁汇洄浍灰烩珲秽绘缋茴荟蕙虺蛔蟪袆讳诙诲贿辉隳麾 hun婚昏浑混溷荤诨阍馄魂 h"
    "uo伙劐嚯惑或攉活漷火砉祸耠获藿蠖豁货钬锪镬霍 ji丌乩亟伎佶偈冀几击剂剞即及叽吉咭哜唧圾基墼妓"
    "姬嫉季寂寄屐岌嵇嵴己彐忌急悸戟戢技挤掎既暨机极棘楫殛汲洎济漈激犄玑畸畿疾瘠矶祭积稷稽笄笈箕籍"
    "级纪继绩缉羁肌脊芨芰荠蒺蓟蕺虮觊计讥记诘赍跻跽辑迹际集霁饥骥髻鲚鲫鸡麂齑 jia价伽佳假加嘉夹嫁"
    "家岬恝戛斝架枷浃珈甲痂瘕稼笳胛茄荚葭蛱袈贾跏迦郏钾铗镓颊驾 jian件俭健僭兼减剑剪囝坚奸尖建戋"
    "戬拣捡搛枧柬检楗歼毽涧渐湔溅煎牮犍监睑硷碱笕笺简箭缄缣翦肩腱舰艰茧荐菅蒹裥见謇谏谫贱趼践踺蹇"
    "鉴锏键间鞯饯鲣鹣 jiang僵匠奖姜将弶桨江洚浆犟疆礓糨绛缰耩茳蒋讲豇酱降 jiao交佼侥僬剿叫噍姣娇"
    "峤徼挢搅教敫椒浇湫滘焦狡皎矫礁窖绞缴胶脚艽茭蕉蛟角轿较郊酵醮铰饺骄鲛鹪 jie介借劫卩喈嗟姐婕孑"
    "届戒截拮捷接揭杰桀洁界疖疥皆睫碣秸竭结羯节芥蚧街解讦诫阶颉骱鲒 jin仅今劲卺噤堇妗尽巾廑斤晋槿"
    "津浸烬琎瑾矜禁筋紧缙荩衿襟觐谨赆近进金钅锦靳馑 jing井京儆兢净刭境婧弪径惊憬敬旌景晶暻泾獍璟"
    "痉睛竞竟粳精经肼胫腈茎荆菁警迳镜阱靓靖静颈鲸 jiong冂扃炅炯窘迥 jiu久九僦厩咎啾就揪救旧柩桕灸"
    "玖疚究纠臼舅赳酒阄韭鬏鸠鹫 ju举倨具剧句咀局居屦巨惧拒拘据掬桔椐榉榘橘沮泃炬犋狙琚疽矩窭聚苣"
    "苴莒菊菹裾讵趄距踞踽遽醵钜锔锯雎鞠鞫飓驹龃 juan倦卷娟捐桊涓狷眷绢脧蠲鄄锩镌隽鹃 jue倔决劂厥"
    "噘噱嚼孓崛抉掘撅攫桷橛爝爵獗珏矍绝蕨觉觖诀谲蹶镢 jun俊军君均峻捃浚珺皲竣菌郡钧骏麇 ka佧卡咔"
    "咖喀胩 kai凯剀垲开忾恺慨揩楷蒈铠锎锴 kan侃刊勘坎堪戡槛看瞰砍磡莰龛 kang亢伉康慷扛抗炕糠钪闶 "
    "kao尻拷栲烤犒考铐靠 ke克刻可嗑坷壳客岢恪柯棵氪渴溘珂疴瞌磕科稞窠缂苛蝌课轲钶锞颏颗骒髁 ken啃"
    "垦恳肯裉龈 keng吭坑铿 kong倥孔崆恐控空箜 kou口叩寇扣抠眍筘芤蔻 ku刳哭喾堀库枯窟绔苦裤酷骷 ku"
    "a侉垮夸挎胯跨 kuai侩哙块快狯筷脍蒯郐 kuan宽款髋 kuang况匡哐圹夼旷框狂眶矿筐纩诓诳贶邝 kui亏"
    "匮喟喹夔奎岿悝愦愧揆暌溃盔睽窥篑聩葵蒉蝰跬逵隗馈馗魁 kun困坤堃悃捆昆琨醌锟阃髡鲲鹍 kuo廓扩括"
    "蛞阔 la剌啦喇垃拉旯瘌砬腊蜡辣邋 lai崃徕来涞濑癞睐籁莱赉赖铼 lan兰婪岚懒拦揽斓栏榄滥漤澜烂篮"
    "缆罱蓝褴览谰镧阑 lang啷塱崀廊朗榔浪狼琅稂莨蒗螂郎锒阆 lao佬劳唠姥崂捞栳涝潦烙牢痨老耢酪醪铑"
    "铹 le乐了仂叻泐簕肋鳓 lei儡勒嘞垒嫘擂檑泪磊类累缧羸耒蕾诔酹镭雷 leng冷塄愣棱楞 li丽例俐俚俪"
    "傈利力励历厉厘吏呖哩唳喱坜娌嫠戾李枥栎栗梨沥浬溧漓澧犁狸猁理璃疠疬痢砺砾礼离立笠篥篱粒粝缡罹"
    "苈荔莅莉蓠藜蛎蜊蠡詈跞轹逦郦醴里锂隶雳骊鲡鲤鳢鹂黎黧 lia俩 lian奁帘廉怜恋敛楝殓涟潋濂炼琏练"
    "联脸臁莲蔹蠊裢裣连链镰鲢 liang两亮凉墚晾梁椋粮粱良谅踉辆量魉 liao僚嘹寥寮尥廖撂撩料燎獠疗缭"
    "聊蓼辽钌镣鹩 lie冽列劣咧埒捩洌烈猎裂趔躐鬣 lin临凛吝啉嶙廪懔拎林檩淋琳瞵磷粼膦蔺赁躏辚遴邻霖"
    "鳞麟 ling〇令伶凌另呤囹岭柃棂泠灵玲瓴绫羚翎聆苓菱蛉酃铃陵零领鲮龄 liu六刘旒柳榴流浏溜熘琉留"
    "瘤硫绺遛鎏锍镏馏骝鹨 long咙垄垅拢栊泷珑癃砻窿笼聋胧茏陇隆龙 lou偻喽娄嵝搂楼漏瘘篓耧蒌蝼镂陋"
    "髅 lu侣卢卤吕噜垆屡履庐录律戮捋掳撸旅栌榈橹氇氯泸渌滤漉潞炉率璐甪碌禄稆簏绿缕胪膂舻芦虏虑褛"
    "赂路轳辂辘逯铝镥闾陆露颅驴鲁鲈鸬鹭鹿麓 luan乱卵娈孪峦挛栾滦脔銮鸾 lue掠略锊 lun仑伦囵抡沦纶"
    "论轮 luo倮摞椤泺洛漯猡珞瘰箩络罗脶荦萝落螺蠃裸逻锣镙雒骆骡 ma吗唛嘛妈嬷杩犸玛码蚂蟆马骂麻 ma"
    "i买劢卖埋脉荬迈霾麦 man墁幔慢曼满漫熳瞒缦蔓蛮螨谩蹒镘鞔颟馒鳗 mang忙氓漭盲硭芒茫莽蟒邙 mao冒"
    "卯峁帽懋旄昴毛泖牦猫瑁瞀矛耄茂茅茆蝥蟊袤貌贸铆锚髦 me么 mei妹媒媚寐嵋昧枚梅楣每没浼渼湄煤猸"
    "玫眉美莓袂酶镁镅霉魅鹛 men们懑扪焖钔门闷 meng勐孟懵朦梦檬濛猛甍盟瞢礞艋艨萌蒙虻蜢蠓锰 mi冖咪"
    "嘧宓密幂弥弭敉汨泌猕眯祢秘米糜糸縻脒芈蘼蜜觅谜谧迷醚靡麋 mian免冕勉娩宀棉沔渑湎眄眠绵缅腼面"
    "黾 miao喵妙庙描杪淼渺眇瞄秒缈苗藐邈鹋 mie乜咩灭篾蔑蠛 min岷悯愍抿敏旻民泯珉皿缗苠闵闽鳘 ming"
    "冥名命明暝洺溟瞑茗螟酩铭鸣 miu谬 mo墨嫫寞抹摩摸摹末模殁沫漠瘼磨秣耱膜茉莫蓦蘑谟貊貘镆陌馍魔"
    "默 mou侔哞某牟眸缪蛑谋鍪 mu亩仫募坶墓姆幕慕拇暮木母毪沐牡牧目睦穆苜钼 n嗯 na呐哪娜拿捺纳肭衲"
    "那钠镎 nai乃奈奶柰氖耐艿萘鼐 nan南喃囡楠男腩蝻赧难 nang囊囔攮曩馕 nao呶垴孬恼挠淖猱瑙硇脑蛲"
    "铙闹 ne呢疒讷 nei内馁 nen嫩恁 neng能 ni伲你倪匿坭妮尼怩拟旎昵泥溺猊睨腻逆铌霓鲵 nian埝年廿念"
    "拈捻撵碾蔫辇辗鲇鲶黏 niang娘酿 niao嬲尿脲茑袅鸟 nie啮嗫孽捏涅聂臬蘖蹑镊镍陧颞 nin您 ning佞凝"
    "咛宁拧柠泞狞甯聍 niu妞忸扭牛狃纽钮 nong侬农哝弄浓脓 nou耨 nu努女奴孥弩怒恧胬衄钕驽 nuan暖 nu"
    "e疟虐 nuo傩喏懦挪搦糯诺锘 o哦喔噢 ou偶呕怄欧殴沤瓯耦藕讴鸥 pa啪帕怕杷爬琶筢葩趴 pai俳哌徘拍"
    "排派湃牌蒎 pan判叛拚攀泮潘爿畔盘盼磐蟠袢襻 pang乓庞旁滂耪胖螃逄 pao刨匏咆庖抛泡炮狍疱脬袍跑 "
    "pei佩呸培帔旆沛胚裴赔辔配醅锫陪霈 pen喷湓盆 peng嘭堋彭怦抨捧朋棚澎烹砰硼碰篷膨芃蓬蟛鹏 pi丕"
    "仳僻劈匹啤噼圮坯埤媲屁庀批披擗枇毗淠琵甓疋疲痞癖皮睥砒纰罴脾芘蚍蜱譬貔辟邳郫铍陴霹鼙 pian偏"
    "片犏篇翩胼谝蹁骈骗 piao剽嘌嫖殍漂瓢瞟票缥螵飘 pie丿撇氕瞥苤 pin品姘嫔拼榀牝聘贫频颦 ping乒俜"
    "凭坪娉屏平枰瓶苹萍评鲆 po叵坡婆泊泼珀皤破笸粕迫鄱钋钷颇魄 pou剖掊裒 pu仆匍噗圃扑攴攵普曝朴氆"
    "浦溥濮瀑璞脯莆菩葡蒲谱蹼铺镤镨 qi七乞亓企俟其凄启嘁器圻奇契妻屺岂岐崎弃憩戚旗期杞柒栖桤棋槭"
    "欺歧气汔汽沏泣淇漆琦琪畦砌碛碶磜祁祈祺綦綮绮耆脐芑芪萁萋葺蕲蛴蜞讫起蹊迄锜颀骐骑鳍麒齐 qia恰"
    "掐洽葜袷髂 qian仟佥倩凵前千堑墘岍嵌悭愆慊扦掮搴椠欠歉浅潜牵签缱肷芊芡茜虔褰谦谴迁遣钎钤钱钳"
    "铅阡骞黔 qiang丬呛墙嫱强戕戗抢枪樯炝羌羟腔蔷蜣襁跄锖锵镪 qiao乔侨俏劁峭巧悄愀憔撬敲桥樵橇瞧"
    "硗窍缲翘荞诮谯跷锹鞒鞘 qie且切妾怯惬挈窃箧郄锲 qin亲侵勤吣嗪噙寝揿擒檎沁溱琴禽秦芩芹螓衾钦锓"
    " qing倾卿圊庆情擎晴檠氢氰清磬箐罄苘蜻謦请轻青顷鲭黥 qiong琼穷穹筇芎茕蛩跫邛銎 qiu丘俅囚巯楸"
    "求泅犰球秋糗虬蚯蝤裘赇逑遒邱酋鳅鼽 qu劬区去取娶屈岖曲朐氍渠璩癯瞿磲祛蕖蘧蛆蛐蠼衢觑诎趋趣躯"
    "阒驱鸲麴黢龋 quan全券劝圈悛拳权泉犬犭畎痊筌绻荃蜷诠辁醛铨颧鬈 que却悫榷瘸确缺阕阙雀鹊 qun群"
    "裙逡 ran冉染然燃苒蚺髯 rang嚷壤攘瓤禳穰让 rao娆扰桡绕荛饶 re惹热 ren人亻仁仞任刃壬妊忍稔纫荏"
    "葚衽认轫韧饪 reng仍扔 ri日 rong冗容嵘戎榕溶熔狨绒肜茸荣蓉蝾融镕 rou揉柔糅肉蹂鞣 ru乳儒入嚅如"
    "孺汝洳溽濡缛茹蓐薷蠕褥襦辱铷颥 ruan朊软阮 rui枘瑞睿芮蕊蕤蚋锐 run润闰 ruo偌弱箬若 sa仨卅挲撒"
    "洒脎萨飒 sai噻塞腮赛鳃 san三伞叁散毵糁馓 sang丧嗓搡桑磉颡 sao埽嫂扫搔瘙缫臊骚鳋 se啬涩瑟穑色"
    "铯 sen森 seng僧 sha傻刹厦唼啥杀歃沙煞痧砂纱莎裟铩霎鲨 shai晒筛酾 shan删剡善埏姗嬗山彡扇擅杉"
    "汕潸煽珊疝缮膳膻舢芟苫蟮衫讪赡跚鄯钐闪陕骟鳝 shang上伤商垧墒尚晌殇熵绱裳觞赏 shao劭勺哨少捎"
    "梢潲烧稍筲绍艄芍苕蛸邵韶 she佘厍奢射慑摄歙涉滠猞畲社舌舍蛇设赊赦麝 shei谁 shen什伸呻哂娠婶审"
    "屾慎椹沈深渖渗燊珅甚申矧砷神绅肾胂莘蜃诜谂身 sheng剩升圣声嵊泩湦牲生甥盛省眚笙绳胜 shi世事仕"
    "使侍势匙十史嗜噬埘士失始实室尸屎市师式弑恃拭拾施时是柿氏湜湿炻狮矢石示礻筮舐莳蓍虱蚀螫视誓识"
    "试诗谥豉豕贳轼适逝释铈食饣饰驶鲥鲺 shou兽受售守寿手扌授收狩瘦绶艏首 shu书倏叔塾墅姝孰属庶恕"
    "戍抒摅数暑曙术束枢树梳殊殳毹沭淑漱澍熟疏秫竖纾署腧舒菽蔬薯蜀赎输述黍鼠 shua刷唰耍 shuai帅摔"
    "甩蟀衰 shuan拴栓涮闩 shuang双孀爽霜 shui水氵睡税 shun吮瞬舜顺 shuo妁搠朔槊烁硕蒴说铄 si丝似"
    "兕厮厶司咝嗣嘶四姒寺巳思撕斯楒死汜泗澌祀私笥纟缌耜肆蛳锶饲驷鸶 song凇宋崧嵩忪怂悚松淞竦耸菘"
    "讼诵送颂 sou叟嗖嗽嗾搜擞溲瞍艘薮螋锼飕馊 su俗僳嗉塑夙宿愫涑溯稣簌粟素肃苏蔌觫诉谡速酥 suan狻"
    "算蒜酸 sui岁濉燧眭睢碎祟穗绥荽虽谇遂邃隋随隧髓 sun孙损榫狲笋荪隼飧 suo唆唢嗍嗦娑所桫梭琐睃索"
    "缩羧蓑锁 ta他塌塔她它拓挞榻溻獭趿踏蹋遢铊闼鳎 tai台太态抬汰泰炱肽胎苔薹跆邰酞钛鲐 tan叹坍坛"
    "坦忐探摊昙檀毯滩潭炭痰瘫碳袒覃谈谭贪郯钽锬 tang倘傥唐堂塘帑搪棠樘汤淌溏烫瑭糖羰耥膛螗螳趟躺"
    "醣铴镗饧 tao啕套掏桃洮涛淘滔绦萄讨逃陶韬饕鼗 te忑忒慝特铽 teng滕疼腾藤誊 ti体倜剃剔啼嚏屉悌"
    "惕提替梯涕绨缇荑裼踢蹄逖醍锑题鹈 tian填天忝恬掭殄添湉甜田畋腆舔阗 tiao佻挑条眺祧窕笤粜蜩跳迢"
    "髫鲦龆 tie帖萜贴铁餮 ting亭停厅听婷庭廷挺梃汀烃町艇莛葶蜓霆 tong仝佟僮同嗵彤恸捅桐桶橦潼痛瞳"
    "砼童筒统茼通酮铜 tou亠偷头投透钭骰 tu兔凸吐图土堍屠徒涂秃突荼菟途酴钍 tuan团彖抟湍疃 tui推煺"
    "腿蜕褪退颓 tun吞屯暾氽涒臀豚饨 tuo乇佗唾坨妥庹托拖柝椭橐沱沲砣箨脱跎酡陀驮驼鸵鼍 wa佤哇娃娲"
    "挖洼瓦腽蛙袜 wai外崴歪 wan万丸剜塆婉完宛弯惋挽晚湾烷玩琬畹皖碗纨绾脘腕芄菀蜿豌顽 wang亡妄往"
    "忘惘旺望枉汪王网罔辋魍 wei为伟伪位偎卫危味唯喂囗围圩委威娓尉尾嵬巍帏帷微惟慰暐未桅沩洧涠渭潍"
    "炜煨猥猬玮畏痿纬维胃艉苇萎葳蔚薇诿谓軎违逶闱隈韦韪魏鲔鳚 wen刎吻文汶温玟璺瘟稳紊纹蚊问闻阌雯"
    " weng嗡滃瓮翁蓊蕹 wo倭卧幄我挝握斡沃涡渥硪窝肟莴蜗龌 wu乌五仵伍侮兀务勿午吴吾呜唔圬坞妩婺寤"
    "屋巫庑忤怃悟戊捂无晤杌梧武毋污浯焐物牾痦舞芜芴蜈诬误迕邬鋈钨阢雾骛鹉鹜鼯 xi习僖兮吸唏喜嘻夕"
    "奚媳嬉屣希席徙息悉惜戏昔晰曦析樨檄欷汐洗浠淅溪烯熄熙熹牺犀玺皙矽硒禊禧稀穸粞系细羲翕膝舄舾菥"
    "葸蓰蜥螅蟋袭西觋郗醯铣锡阋隙隰饩鼷 xia下侠匣吓夏峡暇柙狎狭瑕瞎硖罅虾辖遐霞黠 xian仙先冼县咸"
    "娴嫌宪岘弦掀显暹氙涎燹猃献现痫祆筅籼纤线羡腺舷苋莶藓蚬衔贤跣跹酰锨闲限险陷霰馅鲜鹇 xiang乡享"
    "像厢向响巷庠想橡湘相祥箱缃翔芗葙蟓襄详象镶项飨饷香骧鲞 xiao哓哮啸嚣孝宵小崤效晓枭枵校消淆潇"
    "猇硝笑筱箫绡肖萧虓逍销霄骁魈 xie些亵偕写勰协卸屑廨懈挟携撷斜械楔榍榭歇泄泻渫澥瀣燮獬绁缬胁薤"
    "蝎蟹谐谢躞邂邪鞋 xin信囟心忄忻新昕杺欣歆炘芯薪衅辛鈊鑫锌馨 xing兴刑型姓幸形性悻惺擤星杏猩硎"
    "腥荇荥行邢醒陉 xiong兄凶匈汹熊胸雄 xiu休修咻嗅岫庥朽溴琇秀绣羞袖貅锈馐髹鸺 xu勖叙吁嘘墟婿序"
    "徐恤戌旭栩洫溆煦盱糈絮绪续胥蓄蓿虚许诩酗醑需须顼 xuan儇喧宣悬揎旋暄楦泫渲漩炫烜煊玄瑄璇痃癣"
    "眩碹绚萱谖轩选铉镟 xue削学峃泶穴薛血谑踅雪靴鳕 xun勋埙寻峋巡巽徇循恂旬曛殉汛洵浔熏獯珣窨荀荨"
    "蕈薰训讯询迅逊醺驯鲟 ya丫亚伢压吖呀哑垭娅岈崖押揠桠氩涯牙琊痖睚砑芽蚜衙讶轧迓雅鸦鸭 yan严俨"
    "偃兖厌厣咽唁堰奄妍嫣宴岩崦延彦恹掩晏檐沿淹湮滟演炎烟焉焰焱燕琰盐眼研砚筵罨胭腌艳芫蜒衍言讠谚"
    "谳赝郾鄢酽闫阉阎雁颜餍验魇鼹 yang仰佯养垟央徉怏恙扬旸杨样殃氧泱洋漾炀烊疡痒秧羊蛘阳鞅飏鸯 ya"
    "o吆咬垚夭妖姚尧崾幺徭摇曜杳爻珧瑶窈窑繇耀肴腰舀药要谣轺遥邀钥飖鳐鹞 ye业也冶叶噎夜掖揶晔曳椰"
    "液烨爷耶腋谒邺野铘靥页 yi一义乙亦亿以仪伊佚佾依倚刈劓医呓咦咿噫圯埸壹夷奕姨宜屹峄嶷已异弈弋"
    "彝役忆怡怿悒意懿扆抑挹揖旖易椅欹殪毅沂浥溢漪熠燚猗疑疫痍瘗癔益眙矣祎移绎缢羿翊翌翳翼肄胰臆舣"
    "艺苡薏蚁蜴衣衤裔议译诒诣谊贻轶迤逸遗邑酏钇铱镒镱颐饴驿黟齮 yin印吟吲喑因垠堙夤姻寅尹廴引愔殷"
    "氤洇淫狺瘾胤茚茵荫蚓訚鄞铟银阴隐霪音饮 ying嘤婴媵嬴应影撄映楹樱溁滢潆瀛瑛璎瘿盈硬缨罂膺英茔"
    "荧莹莺萤营萦蓥蝇赢迎郢颍颖鹦鹰 yo哟唷 yong佣俑勇咏喁埇墉壅庸恿慵拥栐永泳涌用甬痈臃蛹踊邕镛雍"
    "饔鳙 you优佑侑卣又友右呦囿宥尢尤幼幽忧悠攸有柚油游牖犹猷由疣莜莠莸蚰蚴蝣诱邮酉釉铀铕鱿黝鼬 y"
    "u与予于伛余俞俣喻圄圉域妤妪娱宇寓屿峪嵛庾彧御愈愉愚揄昱榆欤欲毓浴淤淯渔渝煜燠狱狳玉玙瑀瑜瘀"
    "瘐盂禹禺窬窳竽纡羽聿肀育腴臾舁舆芋萸蓣虞蜮蝓裕觎誉语谀谕豫迂逾遇郁钰阈隅雨雩预饫馀驭鬻鱼鹆鹬"
    "龉 yuan元冤原员园圆垣垸塬媛怨愿掾援橼沅渊源爰猿瑗眢箢缘苑螈袁辕远院鸢鸳鼋 yue刖岳悦曰月樾瀹"
    "玥粤约越跃钺阅龠 yun云允匀孕恽愠昀晕殒氲沄涢熨狁筠筼纭耘芸蕴赟运郓郧酝陨韫韵 za匝咂咋拶杂砸 "
    "zai再哉在宰崽栽灾甾载 zan咱攒昝暂瓒簪糌赞趱錾 zang奘牂脏臧葬赃驵 zao凿唣噪早枣澡灶燥皂糟藻蚤"
    "躁造遭 ze仄则啧帻择昃泽笮箦舴责赜迮 zei贼 zen怎谮 zeng增憎甑缯罾赠锃 zha乍咤哳喳扎揸札柞栅楂"
    "榨渣炸痄眨砟蚱诈铡闸齄 zhai债宅寨摘斋瘵砦窄 zhan占展崭战搌斩旃栈毡沾湛盏瞻站粘绽蘸詹谵 zhang"
    "丈仉仗嫜嶂帐幛张彰掌杖樟涨漳獐璋瘴章胀蟑账鄣长障 zhao兆召啁找招昭曌棹沼照爪笊罩肇诏赵钊 zhe"
    "哲喆折柘浙着磔者蔗蛰蜇褶谪赭辄辙这遮锗鹧 zhen侦圳振斟朕枕桢榛浈珍甄畛疹真砧祯禛稹箴缜胗臻蓁"
    "诊贞赈轸针镇阵震鸩 zheng争峥帧征怔拯挣政整正狰症睁筝蒸证诤郑钲铮 zhi之侄值制卮只吱咫址埴夂峙"
    "帙帜彘志忮执指挚掷摭支旨智枝枳栀栉桎植止殖汁沚治滞炙痔痣直知祉祗秩稚窒絷纸织置职肢胝脂膣至致"
    "芝芷蛭蜘觯豸质贽趾跖踬踯轵轾郅酯陟雉骘鸷黹 zhong中仲众冢忠盅种终肿舯螽衷踵重钟锺 zhou周咒妯"
    "宙州帚昼洲皱籀粥纣绉肘胄舟荮诌轴酎骤 zhu丶主伫住侏助嘱拄朱杼柱株槠橥注洙渚潴炷烛煮猪珠疰瘃瞩"
    "祝竹竺筑箸翥舳苎茱蛀蛛诛诸贮躅逐邾铢铸驻麈 zhua抓 zhuai拽 zhuan专啭撰砖篆赚转颛馔 zhuang壮妆"
    "庄撞桩状装 zhui坠惴缀缒赘追锥隹骓 zhun准窀肫谆 zhuo倬卓啄拙捉擢斫桌浊浞涿濯灼禚茁诼酌镯 zi仔"
    "兹咨姿子字孜孳嵫恣梓淄渍滋滓眦秭笫籽粢紫缁耔自觜訾谘赀资趑辎锱髭鲻龇 zong偬宗总棕粽纵综腙踪"
    "鬃 zou奏揍楱诹走邹鄹陬驺鲰 zu俎卒族祖租组诅足镞阻 zuan攥纂缵躜钻 zui嘴最罪蕞醉 zun尊撙樽遵鳟"
    " zuo佐作做唑坐左座怍昨琢祚胙阼";

/// Words in which a character has another syllable than by itself.
constexpr std::string_view kWords =
    "重庆chong'qing 重复chong'fu 重申chong'shen 重新chong'xin 重建chong'jian 重组chong'zu 重修chong'xiu "
    "重置chong'zhi 重印chong'yin 重阳chong'yang 重叠chong'die 重启chong'qi 重审chong'shen "
    "双重shuang'chong 多重duo'chong 三重san'chong 银行yin'hang 行业hang'ye 行情hang'qing 行长hang'zhang "
    "央行yang'hang 商行shang'hang 支行zhi'hang 分行fen'hang 总行zong'hang 农行nong'hang 工行gong'hang "
    "建行jian'hang 行列hang'lie 行距hang'ju 洋行yang'hang 太行tai'hang 同行业tong'hang'ye "
    "长沙chang'sha 长春chang'chun 长江chang'jiang 长安chang'an 长期chang'qi 长效chang'xiao "
    "长远chang'yuan 长征chang'zheng 长途chang'tu 长城chang'cheng 长乐chang'le 长治chang'zhi "
    "长白chang'bai 长宁chang'ning 长兴chang'xing 长丰chang'feng 长葛chang'ge 长汀chang'ting "
    "长岛chang'dao 长阳chang'yang 长寿chang'shou 长清chang'qing 长岭chang'ling 长海chang'hai "
    "长武chang'wu 长度chang'du 长短chang'duan 长假chang'jia 长足chang'zu 长租chang'zu 长三角chang'san'jiao "
    "延长yan'chang 特长te'chang 专长zhuan'chang 全长quan'chang 漫长man'chang 擅长shan'chang "
    "周长zhou'chang 超长chao'chang 较长jiao'chang 最长zui'chang 天长tian'chang 会计kuai'ji 财会cai'kuai "
    "音乐yin'yue 乐器yue'qi 乐队yue'dui 声乐sheng'yue 器乐qi'yue 民乐min'yue 军乐jun'yue 奏乐zou'yue "
    "乐清yue'qing 乐亭lao'ting 乐陵lao'ling 人参ren'shen 海参hai'shen 参差cen'ci 反省fan'xing "
    "省察xing'cha 单县shan'xian 调整tiao'zheng 调解tiao'jie 调节tiao'jie 调控tiao'kong 调剂tiao'ji "
    "调价tiao'jia 调和tiao'he 协调xie'tiao 空调kong'tiao 失调shi'tiao 调试tiao'shi 调养tiao'yang "
    "调停tiao'ting 调休tiao'xiu 调峰tiao'feng 调压tiao'ya 微调wei'tiao 上调shang'tiao 下调xia'tiao "
    "调增tiao'zeng 调减tiao'jian 调优tiao'you 调蓄tiao'xu 调频tiao'pin 调理tiao'li 调处tiao'chu "
    "调规tiao'gui 传记zhuan'ji 自传zi'zhuan 列传lie'zhuan 西藏xi'zang 藏族zang'zu 藏区zang'qu "
    "藏医zang'yi 藏药zang'yao 藏语zang'yu 藏文zang'wen 川藏chuan'zang 青藏qing'zang 援藏yuan'zang "
    "宝藏bao'zang 驻藏zhu'zang 涉藏she'zang 便宜pian'yi 供给gong'ji 给付ji'fu 补给bu'ji 给水ji'shui "
    "给养ji'yang 自给zi'ji 给予ji'yu 配给pei'ji 投降tou'xiang 率先shuai'xian 率领shuai'ling "
    "率队shuai'dui 表率biao'shuai 统率tong'shuai 弹性tan'xing 弹劾tan'he 弹簧tan'huang 校对jiao'dui "
    "校正jiao'zheng 校验jiao'yan 校准jiao'zhun 校核jiao'he 校勘jiao'kan 校订jiao'ding 厦门xia'men "
    "大埔da'bu 尉犁yu'li 停泊ting'bo 泊车bo'che 泊位bo'wei 泊头bo'tou 漂泊piao'bo 番禺pan'yu 六安lu'an "
    "铅山yan'shan 洪洞hong'tong 柏林bo'lin 着力zhuo'li 着重zhuo'zhong 着手zhuo'shou 着眼zhuo'yan "
    "着装zhuo'zhuang 执着zhi'zhuo 目的mu'di 角色jue'se 没收mo'shou 淹没yan'mo 出没chu'mo 什邡shi'fang "
    "喀什ka'shi 模样mu'yang 模具mu'ju 畜牧xu'mu 畜产xu'chan 畜养xu'yang 提防di'fang 出差chu'chai "
    "差旅chai'lu 公差gong'chai 大夫dai'fu 了解liao'jie 了结liao'jie 曝光bao'guang 堵塞du'se 收拾shou'shi "
    "巷道hang'dao 钥匙yao'shi 秘鲁bi'lu 蚌埠beng'bu 浚县xun'xian 东阿dong'e 吴堡wu'bu 涡阳guo'yang "
    "莘县shen'xian 黄陂huang'pi 东莞dong'guan 井陉jing'xing 蔚县yu'xian 繁峙fan'shi 盱眙xu'yi "
    "枞阳zong'yang 中牟zhong'mu 荥阳xing'yang 荥经ying'jing 监利jian'li 犍为qian'wei 筠连jun'lian "
    "单于chan'yu 可汗ke'han 扒窃pa'qie 拓片ta'pian 碑拓bei'ta 拓印ta'yin 核桃he'tao 处分chu'fen 薄弱bo'ruo "
    "薄膜bo'mo 剥离bo'li 剥夺bo'duo 露天lu'tian 稽首qi'shou 会稽kuai'ji 勒索le'suo 朝阳chao'yang "
    "朝鲜chao'xian 标识biao'zhi 标志biao'zhi 恶劣e'lie 厌恶yan'wu 可恶ke'wu 兴奋xing'fen 否则fou'ze";
// clang-format on

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;
constexpr std::size_t kLongestWord = 3;

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

struct Word {
  std::u32string characters{};
  std::vector<std::string_view> syllables{};
  bool operator<(const Word& other) const { return characters < other.characters; }
};

/// Both tables, ready to be looked up. Made once; threads share it.
class Pronunciation {
 public:
  Pronunciation() {
    read_characters();
    read_words();
  }

  [[nodiscard]] std::string_view of(char32_t c) const {
    if (c == U'〇') return "ling";
    if (c < kFirst || c > kLast) return {};
    const std::uint16_t number = by_character_[c - kFirst];
    return number == 0 ? std::string_view() : syllables_[number - 1];
  }

  /// The word that begins this row, or null.
  [[nodiscard]] const Word* word_at(std::u32string_view row) const {
    for (std::size_t size = std::min(kLongestWord, row.size()); size > 1; --size) {
      const auto found = std::lower_bound(
          words_.begin(), words_.end(), row.substr(0, size),
          [](const Word& word, std::u32string_view wanted) { return word.characters < wanted; });
      if (found != words_.end() && found->characters == row.substr(0, size)) return &*found;
    }
    return nullptr;
  }

  [[nodiscard]] std::span<const std::string_view> all() const { return syllables_; }

  [[nodiscard]] bool has(std::string_view letters) const {
    return std::binary_search(syllables_.begin(), syllables_.end(), letters);
  }

  [[nodiscard]] std::u32string_view characters(std::string_view letters) const {
    const auto found = std::lower_bound(syllables_.begin(), syllables_.end(), letters);
    if (found == syllables_.end() || *found != letters) return {};
    return characters_[static_cast<std::size_t>(found - syllables_.begin())];
  }

 private:
  /// "a啊阿 ai爱…": the syllables are in the order of letters.
  void read_characters() {
    for (std::size_t pos = 0; pos < kCharacters.size();) {
      const std::size_t begin = pos;
      const char32_t c = next(kCharacters, pos);
      if (is_letter(c)) {
        pos = std::min(kCharacters.find_first_not_of("abcdefghijklmnopqrstuvwxyz", begin),
                       kCharacters.size());
        syllables_.push_back(kCharacters.substr(begin, pos - begin));
        characters_.emplace_back();
      } else if (c >= kFirst && c <= kLast) {
        by_character_[c - kFirst] = static_cast<std::uint16_t>(syllables_.size());
        characters_.back() += c;
      }
    }
  }

  /// "重庆chong'qing 重复chong'fu …".
  void read_words() {
    for (std::string_view rest = kWords; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      std::string_view entry = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      Word word;
      for (std::size_t pos = 0; pos < entry.size();) {
        const std::size_t begin = pos;
        const char32_t c = next(entry, pos);
        if (!is_letter(c)) {
          word.characters += c;
          continue;
        }
        const std::size_t stop = std::min(entry.find('\'', begin), entry.size());
        word.syllables.push_back(entry.substr(begin, stop - begin));
        pos = std::min(stop + 1, entry.size());
      }
      words_.push_back(std::move(word));
    }
    std::sort(words_.begin(), words_.end());
  }

  std::array<std::uint16_t, kLast - kFirst + 1> by_character_{};
  std::vector<std::string_view> syllables_{};
  std::vector<std::u32string> characters_{};  ///< of each syllable
  std::vector<Word> words_{};
};

const Pronunciation& pronunciation() {
  static const Pronunciation kTables;
  return kTables;
}

}  // namespace

std::string_view syllable(char32_t character) { return pronunciation().of(character); }

std::vector<std::string_view> syllables(std::u32string_view row) {
  const Pronunciation& tables = pronunciation();
  std::vector<std::string_view> result;
  result.reserve(row.size());
  while (result.size() < row.size()) {
    const std::size_t at = result.size();
    if (const Word* word = tables.word_at(row.substr(at))) {
      result.insert(result.end(), word->syllables.begin(), word->syllables.end());
    } else {
      result.push_back(tables.of(row[at]));
    }
  }
  return result;
}

std::u32string_view characters_of(std::string_view syllable) {
  return pronunciation().characters(syllable);
}

std::span<const std::string_view> all_syllables() { return pronunciation().all(); }

bool is_syllable(std::string_view letters) { return pronunciation().has(letters); }

}  // namespace guidang::text
