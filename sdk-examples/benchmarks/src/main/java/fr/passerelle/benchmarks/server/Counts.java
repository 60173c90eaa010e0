package fr.passerelle.benchmarks.server;

/**
 * What a {@link CountingServer} saw of one API key.
 *
 * @param arrived requests
 * @param mostInAMinute requests in the fullest sixty seconds
 * @param refused requests that got a 429
 * @param abandoned requests whose client went away before the response
 */
public record Counts(int arrived, int mostInAMinute, int refused, int abandoned) {

    /** As the server sends it. */
    String line() {
        return arrived + " " + mostInAMinute + " " + refused + " " + abandoned;
    }

    /** What {@link #line} wrote. */
    public static Counts of(String line) {
        String[] numbers = line.split(" ", -1);
        return new Counts(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                Integer.parseInt(numbers[3]));
    }
}
