package fr.passerelle.benchmarks.storm;

/**
 * Something that happens to the SDK, and what must hold then.
 *
 * @param name what happens
 * @param goal what must hold
 * @param scenario runs it
 */
record Storm(String name, String goal, Scenario scenario) {

    /** Runs in a JVM of its own. */
    @FunctionalInterface
    interface Scenario {

        /**
         * Runs it.
         *
         * @param server where to send calls; no other storm uses the same keys
         */
        Outcome run(Server server) throws Exception;
    }

    /**
     * How it went.
     *
     * @param met whether the goal is met
     * @param measured the figures
     */
    record Outcome(boolean met, String measured) {}
}
