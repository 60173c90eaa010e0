package fr.passerelle.counsellor.audit;

import fr.passerelle.commandline.Printable;
import fr.passerelle.commandline.Texts;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The figures of an audit as one page that needs nothing else: no network, no script, nobody's name. */
public final class HtmlReport {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --rule: #c9c9d1; --bar: #4a2fbd; }
            @media screen and (prefers-color-scheme: dark) {
              :root { --ink: #e6e6ec; --paper: #17171c; --rule: #4a4a55; --bar: #a594ff; }
            }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
                   color: var(--ink); background: var(--paper); }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
            table { border-collapse: collapse; } caption { text-align: left; font-weight: 600; padding: .4rem 0; }
            th, td { padding: .3rem 0 .3rem 1.2rem; border-bottom: 1px solid var(--rule); text-align: right; }
            th:first-child { padding-left: 0; text-align: left; } tbody th { font-weight: 400; }
            td { white-space: nowrap; font-variant-numeric: tabular-nums; }
            .wide { overflow-x: auto; } svg { display: block; width: 100%%; min-width: 40rem; height: auto; }
            svg text { font: 12px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
            svg rect { fill: var(--bar); } svg line { stroke: var(--ink); }
            @media print {
              body { max-width: none; margin: 0; padding: 0; } svg { min-width: 0; }
              h2, caption { break-after: avoid; } tr, svg { break-inside: avoid; }
            }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            %s
            <h2>%s</h2>
            %s
            <h2>%s</h2>
            <p>%s</p>
            <p>%s</p>
            </main>
            </body>
            </html>
            """;

    private final Summary summary;
    private final LocalDate day;
    private final Texts texts;

    /** A page about this summary, for the day that was asked for. */
    public HtmlReport(Summary summary, LocalDate day, Texts texts) {
        this.summary = summary;
        this.day = day;
        this.texts = texts;
    }

    /** The page. */
    public String page() {
        String title = escaped(texts.of("report.title", texts.day(day)));
        return PAGE.formatted(
                texts.locale().getLanguage(),
                title,
                title,
                escaped(texts.of("answer.probably")),
                figures(),
                escaped(texts.of("report.chart")),
                months(),
                escaped(texts.of("report.limits-title")),
                escaped(texts.of("report.limits")),
                escaped(texts.of("report.privacy")));
    }

    private String figures() {
        return SummaryText.figures(summary, texts).stream()
                .map(line -> row(line.name(), line.value()))
                .collect(Collectors.joining(
                        "\n",
                        "<table>\n<caption>" + escaped(texts.of("summary.title")) + "</caption>\n<tbody>\n",
                        "\n</tbody>\n</table>"));
    }

    private String months() {
        if (summary.months().isEmpty()) {
            return "<p>" + escaped(texts.of("report.no-deadline")) + "</p>";
        }
        String head =
                "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>"
                        .formatted(
                                escaped(texts.of("report.month")),
                                escaped(texts.of("summary.people")),
                                escaped(texts.of("report.amount")));
        String rows = summary.months().entrySet().stream()
                .filter(month -> month.getValue().people() > 0)
                .map(month -> row(
                        texts.month(month.getKey()),
                        texts.number(month.getValue().people()),
                        texts.price(month.getValue().money())))
                .collect(Collectors.joining("\n"));
        // A narrow screen scrolls the chart, by keyboard too, rather than shrink it until nobody can read it.
        return "<div class=\"wide\" tabindex=\"0\">\n" + new MonthChart(summary.months(), texts).svg()
                + "\n</div>\n<table>\n<caption>"
                + escaped(texts.of("report.table")) + "</caption>\n" + head + "\n<tbody>\n" + rows
                + "\n</tbody>\n</table>";
    }

    private static String row(String name, String... values) {
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\">" + escaped(name) + "</th>");
        for (String value : values) {
            row.append("<td>").append(escaped(value)).append("</td>");
        }
        return row.append("</tr>").toString();
    }

    static String escaped(String text) {
        return Printable.html(text);
    }
}
