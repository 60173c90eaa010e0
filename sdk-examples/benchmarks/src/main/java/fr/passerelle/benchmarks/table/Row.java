package fr.passerelle.benchmarks.table;

import java.util.List;

/**
 * One line of the table: an operation, what it is held against, and how much more it may take.
 *
 * @param sdk the SDK's benchmark, as {@code Class.method}
 * @param floor the other one
 * @param jdk the floor on the JDK's own HTTP client; empty if there is none
 * @param timeGoal the ratio of times to stay within; NaN if there is no goal
 * @param bytesGoal the ratio of bytes allocated to stay within; NaN if there is no goal
 */
record Row(String operation, String sdk, String floor, String jdk, int threads, double timeGoal, double bytesGoal) {

    private static final double NONE = Double.NaN;

    static final List<Row> ALL = List.of(
            call("booking by countermark, 1 kB", "booking", 1, 1.15),
            call("page of 50 bookings, 50 kB", "bookings", 1, 1.15),
            call("page of 50 events, 160 kB", "events", 1, 1.15),
            call("`use`, 204", "use", 1, 1.10),
            call("booking by countermark, 1 kB", "booking", 8, 1.15),
            call("page of 50 bookings, 50 kB", "bookings", 8, 1.15),
            call("page of 50 events, 160 kB", "events", 8, 1.15),
            call("`use`, 204", "use", 8, 1.10),
            pair("decoding a booking", "Decoding.booking", 1.10, 1.10),
            pair("decoding a page of bookings", "Decoding.bookings", 1.10, 1.10),
            pair("decoding a page of events", "Decoding.events", 1.10, 1.10),
            pair("an event draft, validated, to JSON", "Drafts.event", 1.30, NONE),
            pair("50 date drafts, validated, to JSON", "Drafts.dates", 1.30, NONE),
            pair("desk receive, handler on the caller's thread", "DeskMessages.receive", 1.20, NONE),
            new Row(
                    "desk receive, handler on the desk's threads, beside one on the caller's",
                    "DeskMessages.receiveOnDeskThreadSdk",
                    "DeskMessages.receiveSdk",
                    "",
                    1,
                    2.00,
                    NONE),
            new Row(
                    "one entitlement, beside decoding one booking",
                    "Entitlements.entitlementSdk",
                    "Decoding.bookingFloor",
                    "",
                    1,
                    NONE,
                    NONE),
            pair("stream of 1 000 000 bookings under -Xmx64m", "Streaming.stream", 1.10, 1.15),
            new Row(
                    "cold start of a JVM to its first response",
                    "ColdStart.firstResponseSdk",
                    "ColdStart.firstResponseFloor",
                    "ColdStart.firstResponseJdk",
                    1,
                    1.05,
                    NONE));

    private static Row call(String operation, String name, int threads, double bytesGoal) {
        String benchmark = "HttpCalls." + name;
        return new Row(operation, benchmark + "Sdk", benchmark + "Floor", benchmark + "Jdk", threads, 1.10, bytesGoal);
    }

    private static Row pair(String operation, String name, double timeGoal, double bytesGoal) {
        return new Row(operation, name + "Sdk", name + "Floor", "", 1, timeGoal, bytesGoal);
    }

    /** The benchmarks on all sides, without the JDK's client where it is not compared. */
    List<String> benchmarks() {
        return jdk.isEmpty() ? List.of(sdk, floor) : List.of(sdk, floor, jdk);
    }

    /** One long run rather than many short ones. */
    boolean singleShot() {
        return sdk.startsWith("Streaming.") || ownProcess();
    }

    /** It takes place in another JVM, whose bytes are not counted. */
    boolean ownProcess() {
        return sdk.startsWith("ColdStart.");
    }
}
