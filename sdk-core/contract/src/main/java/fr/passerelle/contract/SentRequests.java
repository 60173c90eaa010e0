package fr.passerelle.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;

/**
 * Every request that the tests of this JVM show here is held against the programme's contract. What is wrong with them
 * fails the test during which they were sent; see {@link SentRequestsExtension}.
 */
public final class SentRequests {

    private static final String OURS = "passerelle/";

    private static final List<RequestCheck> CHECKS = RequestCheck.ofTheProgramme();
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<String> OPERATIONS = Collections.synchronizedSet(new TreeSet<>());
    private static final Set<Sent> KNOWN_GOOD = ConcurrentHashMap.newKeySet();
    private static final ConcurrentLinkedQueue<String> PROBLEMS = new ConcurrentLinkedQueue<>();

    private SentRequests() {}

    /** Checks a request, if it is one of ours. */
    public static void saw(Sent sent) {
        String agent = sent.userAgent();
        if (agent == null || !agent.startsWith(OURS)) {
            return;
        }
        COUNT.incrementAndGet();
        // The same request is often sent thousands of times; its response is what such a test is about.
        if (KNOWN_GOOD.contains(sent)) {
            return;
        }
        boolean good = true;
        for (RequestCheck check : CHECKS) {
            RequestCheck.Verdict verdict = check.check(sent);
            OPERATIONS.add(verdict.operation());
            good &= verdict.problems().isEmpty();
            verdict.problems().forEach(problem -> PROBLEMS.add(sent + ": " + problem));
        }
        if (good) {
            KNOWN_GOOD.add(sent);
        }
    }

    /** An HTTP client that shows what it sends; for the builder of a client that is not to have another one. */
    public static OkHttpClient okHttpClient() {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    saw(Sent.of(chain.request()));
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /** How many requests were checked so far. */
    public static long count() {
        return COUNT.get();
    }

    /** What was wrong since the last time that somebody asked. */
    public static List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String problem = PROBLEMS.poll(); problem != null; problem = PROBLEMS.poll()) {
            problems.add(problem);
        }
        return problems;
    }

    static String summary() {
        return COUNT + " requests of " + OPERATIONS.size() + " operations were held against the programme's contract"
                + (CHECKS.size() > 1 ? ", also in its own words" : "");
    }
}
