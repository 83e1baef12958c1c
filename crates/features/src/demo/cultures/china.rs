//! China. No numbers are kept free for invented people; subscribers' numbers don't begin with zeros.

use super::{Culture, Name, Region};

/// People and companies of China.
pub static CHINA: Culture = Culture {
    country: "中国",
    language: "zh",
    region: Region::Asia,
    domain: "cn",
    telephone: "+86100#######",
    given: GIVEN,
    family: FAMILY,
    full: |given, family| format!("{family}{given}"),
    stems: STEMS,
    trades: TRADES,
    firm: |stem, trade| format!("{stem}{trade}有限公司"),
    towns: &[
        ("上海", "上海市", "2000"),
        ("杭州", "浙江省", "3100"),
        ("成都", "四川省", "6100"),
        ("青岛", "山东省", "2660"),
        ("深圳", "广东省", "5180"),
    ],
    streets: &["人民路", "解放大道", "中山北路", "滨江东路"],
    street: |street, number| format!("{street}{number}号"),
};

const GIVEN: &[Name] = &[
    ("伟", "wei"),
    ("芳", "fang"),
    ("秀英", "xiuying"),
    ("娜", "na"),
    ("敏", "min"),
    ("静", "jing"),
    ("丽", "li"),
    ("强", "qiang"),
    ("磊", "lei"),
    ("洋", "yang"),
    ("艳", "yan"),
    ("勇", "yong"),
    ("杰", "jie"),
    ("涛", "tao"),
    ("明", "ming"),
    ("雪梅", "xuemei"),
    ("建国", "jianguo"),
];

const FAMILY: &[Name] = &[
    ("王", "wang"),
    ("李", "li"),
    ("张", "zhang"),
    ("刘", "liu"),
    ("陈", "chen"),
    ("杨", "yang"),
    ("赵", "zhao"),
    ("黄", "huang"),
    ("周", "zhou"),
    ("吴", "wu"),
    ("徐", "xu"),
    ("孙", "sun"),
    ("欧阳", "ouyang"),
    ("林", "lin"),
    ("何", "he"),
    ("郭", "guo"),
];

const STEMS: &[Name] = &[
    ("恒信", "hengxin"),
    ("瑞丰", "ruifeng"),
    ("天宇", "tianyu"),
    ("华美", "huamei"),
    ("金桥", "jinqiao"),
    ("东方", "dongfang"),
    ("海纳", "haina"),
    ("长青", "changqing"),
    ("新源", "xinyuan"),
    ("百川", "baichuan"),
    ("启明", "qiming"),
    ("和泰", "hetai"),
    ("云峰", "yunfeng"),
];

const TRADES: &[(Name, &str)] = &[
    (("物流", "wuliu"), "transport"),
    (("科技", "keji"), "technology"),
    (("食品", "shipin"), "retail"),
    (("机械", "jixie"), "manufacturing"),
    (("医疗器械", "yiliao"), "medical"),
    (("软件", "ruanjian"), "software"),
    (("能源", "nengyuan"), "energy"),
    (("酒店", "jiudian"), "hospitality"),
];
