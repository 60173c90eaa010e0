package fr.passerelle.counsellor.audit;

import fr.passerelle.commandline.Texts;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;

/** One bar for each month: how many people have their last day to act in it. */
final class MonthChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int MARGIN = 30;
    private static final double BAR_SHARE = 0.8;
    private static final int MOST_BARS_WITH_NUMBERS = 36;

    /** Room for a month and its year. */
    private static final double LABEL_WIDTH = 56;

    private final NavigableMap<YearMonth, Summary.Month> months;
    private final Texts texts;
    private final double step;
    private final int monthsBetweenLabels;
    private final long most;

    MonthChart(NavigableMap<YearMonth, Summary.Month> months, Texts texts) {
        this.months = months;
        this.texts = texts;
        this.step = (WIDTH - 2.0 * MARGIN) / months.size();
        this.monthsBetweenLabels = (int) Math.ceil(LABEL_WIDTH / step);
        this.most =
                months.values().stream().mapToLong(Summary.Month::people).max().orElse(1);
    }

    /** The picture, with its words for who cannot see it; the same figures stand in the table under it. */
    String svg() {
        StringBuilder svg = new StringBuilder(written(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"chart-title chart-text\">%n",
                WIDTH, HEIGHT));
        svg.append("<title id=\"chart-title\">")
                .append(HtmlReport.escaped(texts.of("report.chart")))
                .append("</title>\n<desc id=\"chart-text\">")
                .append(HtmlReport.escaped(texts.of(
                        "report.chart-text",
                        texts.month(months.firstKey()),
                        texts.month(months.lastKey()),
                        texts.number(most))))
                .append("</desc>\n");
        int place = 0;
        for (Map.Entry<YearMonth, Summary.Month> month : months.entrySet()) {
            bar(svg, place++, month.getKey(), month.getValue().people());
        }
        return svg.append(written(
                        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n</svg>",
                        MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN))
                .toString();
    }

    private void bar(StringBuilder svg, int place, YearMonth month, long people) {
        double height = (HEIGHT - 2.0 * MARGIN) * people / most;
        double left = MARGIN + place * step + step * (1 - BAR_SHARE) / 2;
        double top = HEIGHT - MARGIN - height;
        double middle = MARGIN + (place + 0.5) * step;
        if (people > 0) {
            svg.append(written(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>%n",
                    left,
                    top,
                    step * BAR_SHARE,
                    height,
                    HtmlReport.escaped(texts.month(month) + " : " + texts.number(people))));
        }
        if (people > 0 && months.size() <= MOST_BARS_WITH_NUMBERS) {
            label(svg, middle, top - 6, texts.number(people));
        }
        if (place % monthsBetweenLabels == 0) {
            label(svg, middle, HEIGHT - MARGIN / 3.0, written("%02d/%d", month.getMonthValue(), month.getYear()));
        }
    }

    /** Numbers as SVG reads them, whatever the machine's language. */
    private static String written(String format, Object... details) {
        return String.format(Locale.ROOT, format, details);
    }

    private static void label(StringBuilder svg, double middle, double base, String text) {
        svg.append(written("<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", middle, base, HtmlReport.escaped(text)));
    }
}
