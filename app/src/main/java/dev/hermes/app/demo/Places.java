package dev.hermes.app.demo;

import java.util.List;

/** Where the company works: names and codes of regions, cities and teams. */
final class Places {

    /** A region and the cities that it grows into, the largest first; a city is its code and its name. */
    record Area(String code, String name, List<String> cities) {}

    static final List<Area> AREAS = List.of(
            new Area("EAST", "East", List.of("HZ Hangzhou", "SH Shanghai", "SU Suzhou", "NJ Nanjing", "NB Ningbo",
                    "WX Wuxi", "HF Hefei", "WZ Wenzhou", "XM Xiamen", "FZ Fuzhou")),
            new Area("NORTH", "North", List.of("BJ Beijing", "TJ Tianjin", "QD Qingdao", "JN Jinan", "DL Dalian",
                    "SY Shenyang", "ZZ Zhengzhou", "HB Harbin", "TY Taiyuan", "CC Changchun")),
            new Area("SOUTH", "South", List.of("GZ Guangzhou", "SZ Shenzhen", "WH Wuhan", "CS Changsha", "ZH Zhuhai",
                    "FS Foshan", "NN Nanning", "HK Haikou", "GL Guilin", "SX Sanya")),
            new Area("WEST", "West", List.of("CD Chengdu", "CQ Chongqing", "XA Xi'an", "KM Kunming", "GY Guiyang",
                    "LZ Lanzhou", "LJ Lijiang", "UR Urumqi", "YC Yinchuan", "XN Xining")));

    /** What is added where a region has more offices than cities. */
    private static final List<String> PARTS = List.of("", "N North", "E East", "S South", "W West");

    private static final List<String> DISTRICTS = List.of("Lakeside", "Old Town", "Riverside", "Station", "Airport",
            "University", "Gardens", "Harbour", "Market", "Hillside", "Bridge", "Exchange", "Museum", "Stadium",
            "Park", "Temple Street", "New Town", "Gate", "Canal", "Terrace");

    private static final int CITIES_OF_AREA = 10;

    private Places() {}

    /** The most cities that an area has names for. */
    static int mostCities() {
        return CITIES_OF_AREA * PARTS.size();
    }

    static String cityCode(Area area, int number) {
        String part = PARTS.get(number / CITIES_OF_AREA);
        return city(area, number).substring(0, 2) + (part.isEmpty() ? "" : part.substring(0, 1));
    }

    static String cityName(Area area, int number) {
        String part = PARTS.get(number / CITIES_OF_AREA);
        return city(area, number).substring(3) + (part.isEmpty() ? "" : part.substring(1));
    }

    private static String city(Area area, int number) {
        return area.cities().get(number % CITIES_OF_AREA);
    }

    static String teamName(String cityName, int number) {
        int round = number / DISTRICTS.size();
        return cityName + " " + DISTRICTS.get(number % DISTRICTS.size()) + (round == 0 ? "" : " " + (round + 1));
    }
}
