package fr.passerelle.benchmarks.storm;

import fr.passerelle.passculture.PassCultureClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many futures, and what has become of them. */
record Futures(List<CompletableFuture<?>> all) {

    static Futures of(int count, Supplier<CompletableFuture<?>> submit) {
        return new Futures(Stream.generate(submit).limit(count).collect(Collectors.toList()));
    }

    /** Bulk reads. */
    static Futures reads(int count, PassCultureClient client) {
        return of(count, () -> client.attributes().async().showTypes());
    }

    long failed() {
        return all.stream().filter(CompletableFuture::isCompletedExceptionally).count();
    }

    long done() {
        return all.stream().filter(CompletableFuture::isDone).count() - failed();
    }

    boolean allDone() {
        return done() == all.size();
    }

    /** Waits until all are done, or for so long. */
    void await(Duration time) throws InterruptedException {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException told) {
            // The counts tell.
        }
    }

    void cancel() {
        all.forEach(future -> future.cancel(true));
    }

    /** How many are done, wait, or failed, and how the first of these did. */
    @Override
    public String toString() {
        long waiting = all.size() - done() - failed();
        String first = all.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findFirst()
                .map(future -> " (" + failure(future) + ")")
                .orElse("");
        return done() + " done, " + waiting + " waiting, " + failed() + " failed" + first;
    }

    private static String failure(CompletableFuture<?> future) {
        try {
            future.join();
            return "";
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            return (cause == null ? e : cause).getClass().getSimpleName();
        } catch (CancellationException e) {
            return "cancelled";
        }
    }
}
