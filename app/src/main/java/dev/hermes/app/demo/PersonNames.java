package dev.hermes.app.demo;

import java.util.List;

/** Names of people, put together from lists; whoever is really called so is not meant. */
final class PersonNames {

    /** Each in letters and in characters. */
    private static final List<String> CHINESE_FAMILIES = words("""
            Bai白 Cen岑 Cheng程 Ding丁 Du杜 Fan范 Fang方 Gao高 Gu顾 Guo郭 Han韩 He何 Hong洪 Hu胡 Jiang江 Jin金 Kang康
            Kong孔 Li黎 Lin林 Lu陆 Luo罗 Meng孟 Ni倪 Pan潘 Peng彭 Qian钱 Qin秦 Qiu邱 Ren任 Shen沈 Shi石 Song宋 Su苏
            Sun孙 Tan谭 Tang唐 Tao陶 Tian田 Wang汪 Wei魏 Wu吴 Xia夏 Xie谢 Xu徐 Yan严 Yang杨 Yao姚 Ye叶 Yin尹 Yu余
            Yuan袁 Zeng曾 Zhang张 Zhao赵 Zheng郑 Zhou周 Zhu朱 Zou邹""");
    private static final List<String> CHINESE_GIVEN = words("""
            Anhe安和 Chuqing初晴 Dongyi冬宜 Fangzhou方舟 Guyu谷雨 Hanxing寒星 Jiashu嘉树 Jingming景明 Kexin可心
            Lanzhou兰舟 Linxi林溪 Mingche明澈 Muyun牧云 Peiran沛然 Qianfan千帆 Qinghe青禾 Qingyue清越 Ruoshui若水
            Shanyue山月 Shubai书白 Siqi思齐 Tingyu听雨 Wanqiu晚秋 Weiyang未央 Xiangwan向晚 Xiaozhou晓舟 Xingye星野
            Xuesong雪松 Yanxi言蹊 Yining以宁 Yingchuan映川 Yinuo一诺 Yuanhang远航 Yunxiu云岫 Yutong雨桐 Zhaoye照野
            Zhixia知夏 Zhuxi竹溪 Zijin子衿 Bo博 Ke可 Ning宁 Qiao乔 Rui睿 Xin心 Yi一""");
    private static final List<String> WESTERN_GIVEN = words("""
            Ada Anton Beatrix Bruno Carla Cedric Dora Edwin Elsa Emil Fiona Gideon Greta Hugo Ines Ivo Jonas Judith
            Karin Kilian Lena Leopold Mara Milo Nora Oscar Petra Quentin Rosa Silas Tessa Theo Ursula Victor Wanda
            Xenia Yvonne Zeno""");
    private static final List<String> WESTERN_FAMILIES = words("""
            Alderbrook Ashgrove Barleywood Birkental Brightmoor Castellby Dunmarsh Eastlake Fernsby Glenhollow
            Greymont Hawksmere Ivershaw Juniperson Kestrelby Larkfield Lindenau Marlowick Nightingdale Oakenshaw
            Pinecroft Quillfeather Ravensby Rosenthorn Sandelin Silverbank Thistlewood Valewood Wintermoor Wolfenroth
            Yarrowby Zinnhobler""");

    private PersonNames() {}

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    /** Three in five are Chinese in letters, one in four Chinese in characters, the others Western. */
    static String draw(Chance chance) {
        double kind = chance.uniform();
        if (kind < 0.15) {
            return chance.pick(WESTERN_GIVEN) + " " + chance.pick(WESTERN_FAMILIES);
        }
        String family = chance.pick(CHINESE_FAMILIES);
        String given = chance.pick(CHINESE_GIVEN);
        return kind < 0.4 ? characters(family) + characters(given) : letters(family) + " " + letters(given);
    }

    private static String letters(String name) {
        return name.substring(0, lettersOf(name));
    }

    private static String characters(String name) {
        return name.substring(lettersOf(name));
    }

    private static int lettersOf(String name) {
        int count = 0;
        while (name.charAt(count) <= 'z') {
            count++;
        }
        return count;
    }
}
