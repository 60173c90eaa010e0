package fr.passerelle.sandbox.settle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.sandbox.settle.Wire.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What the network, or a machine on the way, does to a write: the columns of the matrix.
 *
 * @param title what happens
 * @param meaning what a client can make of it
 * @param effect whether the server gets the write before
 * @param arrival when the server gets a write that the client has given up
 * @param traits what else there is to it
 * @param speech what the client gets to read
 */
record WireFault(String title, Meaning meaning, boolean effect, Arrival arrival, List<Trait> traits, Speech speech) {

    /** What a client can make of it. */
    enum Meaning {
        /** The response is there. */
        HEARD,
        /** The server surely did nothing, and a second request is welcome. */
        NOT_DONE,
        /** Nothing tells what became of the write. */
        LOST,
        /** Something is told, which a client may take in one way or the other as long as it says nothing false. */
        TOLD
    }

    /** When a request that is still under way gets to the server. */
    enum Arrival {
        AT_ONCE,
        BEFORE_THE_SECOND,
        AFTER_THE_SECOND
    }

    /** What else there is to a fault. */
    enum Trait {
        /** One of the few that stand for all of them in every world. */
        TYPICAL,
        /** The client runs out of time. */
        SLOW,
        /** The client's thread is interrupted. */
        INTERRUPTS,
        /** From then on no read gets through. */
        BREAKS_READS,
        /** The programme's own words in the wrong place: no client can know better. */
        BELIEVED,
        /** Believed of an operation whose response has no body. */
        BELIEVED_WITHOUT_BODY,
        /** The connection is refused, before any proxy. */
        REFUSED
    }

    /** What the client gets to read. */
    @FunctionalInterface
    interface Speech {

        /** Says it; false once the connection is closed. */
        boolean to(Victim victim, Response response) throws IOException;
    }

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String REFUSAL = "{\"global\":[\"no\"]}";
    private static final String PAGE = "<html>Sign in to this network</html>";

    /** No fault at all. */
    static final WireFault NONE = heard("no fault", (victim, response) -> victim.say(response.plain()));

    static final WireFault TWICE = heard("response twice", (victim, response) -> {
        victim.say(response.plain());
        return victim.say(response.plain());
    });

    /** Every fault. */
    static final List<WireFault> ALL = Stream.of(
                    heard(), notDone(), cut(), misframed(), statuses(), redirections(), bodies(), retryAfters(), late())
            .flatMap(List::stream)
            .toList();

    boolean breaksReads() {
        return is(Trait.BREAKS_READS);
    }

    boolean interrupts() {
        return is(Trait.INTERRUPTS);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the lie is one that the programme itself could have told of this operation. */
    boolean believed(Content response) {
        return is(Trait.BELIEVED) || (is(Trait.BELIEVED_WITHOUT_BODY) && response == Content.NOTHING);
    }

    private WireFault with(Trait... more) {
        List<Trait> all = new ArrayList<>(traits);
        all.addAll(Arrays.asList(more));
        return new WireFault(title, meaning, effect, arrival, List.copyOf(all), speech);
    }

    private static WireFault heard(String title, Speech speech) {
        return new WireFault(title, Meaning.HEARD, true, Arrival.AT_ONCE, List.of(), speech);
    }

    private static WireFault before(String title, Meaning meaning, Speech speech) {
        return new WireFault(title + " before", meaning, false, Arrival.AT_ONCE, List.of(), speech);
    }

    private static WireFault after(String title, Meaning meaning, Speech speech) {
        return new WireFault(title + " after", meaning, true, Arrival.AT_ONCE, List.of(), speech);
    }

    private static List<WireFault> both(String title, Meaning meaning, Speech speech, Trait... traits) {
        return List.of(
                before(title, meaning, speech).with(traits),
                after(title, meaning, speech).with(traits));
    }

    private static List<WireFault> heard() {
        return List.of(
                NONE.with(Trait.TYPICAL),
                TWICE,
                heard("100, 103 and 102 first", (victim, response) -> {
                    victim.say("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                    victim.say("HTTP/1.1 102 Processing\r\n\r\n");
                    return victim.say(response.plain());
                }),
                heard("hangs up after it", (victim, response) -> {
                    victim.say(response.plain());
                    return victim.close();
                }),
                heard(
                        "HTTP/1.0",
                        (victim, response) -> victim.lastly(
                                "HTTP/1.0 " + response.status() + " S\r\n" + JSON + "\r\n", response.body())),
                heard("chunks and trailers", WireFault::chunksAndTrailers));
    }

    private static boolean chunksAndTrailers(Victim victim, Response response) throws IOException {
        if (response.body().isEmpty()) {
            return victim.say(response.plain());
        }
        victim.say("HTTP/1.1 " + response.status() + " S\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n");
        victim.say(Integer.toHexString(response.body().length()) + ";ext=1\r\n");
        victim.say(response.body());
        return victim.say("\r\n0\r\nX-A: b\r\n\r\n");
    }

    private static List<WireFault> notDone() {
        return List.of(
                before("refused", Meaning.NOT_DONE, (victim, response) -> victim.reset())
                        .with(Trait.REFUSED),
                before("429", Meaning.NOT_DONE, status(429, "", REFUSAL)).with(Trait.TYPICAL));
    }

    private static List<WireFault> cut() {
        return Stream.of(
                        both("reset", Meaning.LOST, (victim, response) -> victim.reset(), Trait.TYPICAL),
                        both("FIN", Meaning.LOST, (victim, response) -> victim.close()),
                        both("stall", Meaning.LOST, (victim, response) -> victim.stall(), Trait.SLOW),
                        both("interrupted", Meaning.TOLD, (victim, response) -> victim.stall(), Trait.INTERRUPTS),
                        both(
                                "reset, reads fail",
                                Meaning.TOLD,
                                (victim, response) -> victim.reset(),
                                Trait.BREAKS_READS,
                                Trait.TYPICAL),
                        both("half a status line", Meaning.LOST, ending("HTTP/1.1 2")),
                        both("half a head", Meaning.LOST, ending("HTTP/1.1 200 OK\r\nContent-Le")),
                        both(
                                "half a body",
                                Meaning.LOST,
                                (victim, response) -> {
                                    String body = response.bodyOr(REFUSAL);
                                    return victim.lastly(
                                            head(200, body.length(), ""), body.substring(0, body.length() / 2));
                                },
                                Trait.TYPICAL),
                        both("100 and no more", Meaning.LOST, ending("HTTP/1.1 100 Continue\r\n\r\n")),
                        List.of(after("100 without end", Meaning.LOST, (victim, response) -> {
                                    victim.say("HTTP/1.1 100 Continue\r\n\r\n".repeat(1000));
                                    return victim.stall();
                                })
                                .with(Trait.SLOW)),
                        both(
                                "101",
                                Meaning.TOLD,
                                ending("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<WireFault> misframed() {
        return Stream.of(
                        both("status -01", Meaning.LOST, ending("HTTP/1.1 -01 OK\r\n\r\n")),
                        both("status 20", Meaning.LOST, ending("HTTP/1.1 20 OK\r\n\r\n")),
                        both("status 2000", Meaning.LOST, ending("HTTP/1.1 2000 OK\r\n\r\n")),
                        both("status junk", Meaning.LOST, ending("\u0001\u00e9\u00ff\r\n\r\n")),
                        both("ICY 200", Meaning.TOLD, ending("ICY 200 OK\r\n\r\n"), Trait.BELIEVED_WITHOUT_BODY),
                        both("HTTP/0.9", Meaning.LOST, (victim, response) -> victim.lastly(response.bodyOr("done"))),
                        both(
                                "chunk size junk",
                                Meaning.LOST,
                                (victim, response) -> victim.lastly(
                                        "HTTP/1.1 200 S\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                                        response.bodyOr(REFUSAL))),
                        both(
                                "chunk cut",
                                Meaning.LOST,
                                (victim, response) -> victim.lastly(
                                        "HTTP/1.1 200 S\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n",
                                        response.bodyOr(REFUSAL))),
                        both("length too long", Meaning.LOST, lengths("9999")),
                        both("length too short", Meaning.TOLD, lengths("3")),
                        both("length negative", Meaning.TOLD, lengths("-5")),
                        both("length junk", Meaning.TOLD, lengths("abc")),
                        both("length twice", Meaning.TOLD, lengths("5\r\nContent-Length: 7")),
                        both("gzip that is none", Meaning.LOST, (victim, response) -> {
                            String body = response.bodyOr(REFUSAL);
                            return victim.lastly(head(200, body.length(), "Content-Encoding: gzip\r\n"), body);
                        }),
                        both("gzip cut", Meaning.LOST, (victim, response) -> {
                            String whole = gzip(response.bodyOr(REFUSAL));
                            String half = whole.substring(0, whole.length() - 9);
                            return victim.lastly(head(200, half.length(), "Content-Encoding: gzip\r\n"), half);
                        }),
                        both(
                                "header of a megabyte",
                                Meaning.LOST,
                                (victim, response) -> victim.lastly(
                                        head(200, response.body().length(), "X-Big: " + "a".repeat(1 << 20) + "\r\n"),
                                        response.body())),
                        List.of(heard(
                                "headers that are none",
                                (victim, response) -> victim.lastly(
                                        "HTTP/1.1 " + response.status() + " S\r\n" + JSON
                                                + "\u00e9\u0001: \u0002\r\nno colon here\r\n\r\n",
                                        response.body()))))
                .flatMap(List::stream)
                .toList();
    }

    private static List<WireFault> statuses() {
        List<WireFault> faults = new ArrayList<>();
        for (int status : new int[] {408, 500, 502, 503, 504}) {
            List<WireFault> lost = both(status + "", Meaning.LOST, status(status, "", REFUSAL));
            faults.addAll(
                    status == 500
                            ? lost.stream()
                                    .map(fault -> fault.with(Trait.TYPICAL))
                                    .toList()
                            : lost);
        }
        IntStream.of(413, 421, 425, 499, 501, 599, 600, 999)
                .forEach(status -> faults.addAll(both(status + "", Meaning.TOLD, status(status, "", REFUSAL))));
        for (int refusal : new int[] {400, 404}) {
            faults.add(before(refusal + "", Meaning.TOLD, status(refusal, "", REFUSAL)));
            faults.add(after(refusal + "", Meaning.TOLD, status(refusal, "", REFUSAL))
                    .with(Trait.BELIEVED));
        }
        return faults;
    }

    private static List<WireFault> redirections() {
        return IntStream.of(302, 307, 308)
                .mapToObj(status -> both(
                        status + "", Meaning.TOLD, status(status, "Location: /public/providers/v1/provider\r\n", "")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<WireFault> bodies() {
        return Stream.of(
                        List.of(
                                before("204", Meaning.TOLD, (victim, response) -> victim.say("HTTP/1.1 204 S\r\n\r\n"))
                                        .with(Trait.BELIEVED_WITHOUT_BODY),
                                after("204", Meaning.TOLD, (victim, response) -> victim.say("HTTP/1.1 204 S\r\n\r\n"))),
                        both(
                                "204 with a body",
                                Meaning.TOLD,
                                (victim, response) -> victim.say("HTTP/1.1 204 S\r\nContent-Length: 5\r\n\r\nhello"),
                                Trait.BELIEVED_WITHOUT_BODY),
                        both("200 empty", Meaning.TOLD, status(200, "", ""), Trait.BELIEVED_WITHOUT_BODY),
                        both("200 null", Meaning.TOLD, status(200, "", "null")),
                        both("200 {}", Meaning.TOLD, status(200, "", "{}"), Trait.TYPICAL),
                        both("200 deep", Meaning.TOLD, status(200, "", "[".repeat(100_000))),
                        both("200 HTML", Meaning.LOST, status(200, "", PAGE), Trait.TYPICAL))
                .flatMap(List::stream)
                .toList();
    }

    private static List<WireFault> retryAfters() {
        return Stream.of(
                        "30",
                        "-5",
                        "0.5",
                        "",
                        "99999999999999999999",
                        "Wed, 21 Oct 2015 07:28:00 GMT",
                        "\u00e9\u00ff in 5 min",
                        "1\u00012")
                .flatMap(value -> Stream.concat(
                        Stream.of(before("429, again in " + printable(value), Meaning.TOLD, again(429, value))),
                        both("503, again in " + printable(value), Meaning.TOLD, again(503, value)).stream()))
                .toList();
    }

    private static List<WireFault> late() {
        Speech reset = (victim, response) -> victim.reset();
        List<Trait> typical = List.of(Trait.TYPICAL);
        return List.of(
                new WireFault(
                        "late, before the second", Meaning.LOST, false, Arrival.BEFORE_THE_SECOND, typical, reset),
                new WireFault("late, after the second", Meaning.LOST, false, Arrival.AFTER_THE_SECOND, typical, reset));
    }

    private static String printable(String header) {
        return header.isEmpty() ? "(nothing)" : header.replaceAll("[^ -~]", "?");
    }

    private static Speech again(int status, String value) {
        return status(status, "Retry-After: " + value + "\r\n", "");
    }

    private static Speech ending(String text) {
        return (victim, response) -> victim.lastly(text);
    }

    private static Speech lengths(String length) {
        return (victim, response) -> victim.lastly(
                "HTTP/1.1 200 S\r\n" + JSON + "Content-Length: " + length + "\r\n\r\n", response.bodyOr(REFUSAL));
    }

    private static Speech status(int status, String headers, String body) {
        return (victim, response) -> victim.say(head(status, body.length(), headers) + body);
    }

    private static String head(int status, int length, String headers) {
        return "HTTP/1.1 " + status + " S\r\n" + JSON + "Content-Length: " + length + "\r\n" + headers + "\r\n";
    }

    private static String gzip(String plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain.getBytes(ISO_8859_1));
        }
        return bytes.toString(ISO_8859_1);
    }
}
