package fr.passerelle.sandbox.message;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeoutException;

/** When the last piece of a response came. The programme's patience counts from there, and not from the request. */
final class Progress {

    private volatile long last = System.nanoTime();

    /** The same handler, whose every piece counts. */
    <T> BodyHandler<T> watch(BodyHandler<T> handler) {
        return head -> {
            last = System.nanoTime();
            return new Watched<>(handler.apply(head));
        };
    }

    /**
     * Waits for a response as long as something comes.
     *
     * @throws TimeoutException when nothing came for {@code timeout}
     */
    <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> response, Duration timeout)
            throws TimeoutException, ExecutionException, InterruptedException {
        while (true) {
            long left = last + timeout.toNanos() - System.nanoTime();
            try {
                return response.get(Math.max(left, 0), NANOSECONDS);
            } catch (TimeoutException nothingCame) {
                if (System.nanoTime() - last >= timeout.toNanos()) {
                    throw nothingCame;
                }
            }
        }
    }

    private final class Watched<T> implements BodySubscriber<T> {

        private final BodySubscriber<T> body;

        Watched(BodySubscriber<T> body) {
            this.body = body;
        }

        @Override
        public CompletionStage<T> getBody() {
            return body.getBody();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            body.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> piece) {
            last = System.nanoTime();
            body.onNext(piece);
        }

        @Override
        public void onError(Throwable failure) {
            body.onError(failure);
        }

        @Override
        public void onComplete() {
            body.onComplete();
        }
    }
}
