package fr.passerelle.internal.call;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread of a blocking call as an executor: what the call does, it does here, also after a wait. So blocking calls
 * and futures run through one pipeline, and a blocking call costs no switch of threads.
 */
final class CallerThread implements Executor {

    private final Thread owner = Thread.currentThread();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
        if (Thread.currentThread() == owner) {
            task.run();
            return;
        }
        tasks.add(task);
        LockSupport.unpark(owner);
    }

    /**
     * Works until the result is there. An interrupt cancels the operation; the thread's flag is set again at the end.
     *
     * @throws RuntimeException or an Error: how the operation failed
     */
    <T> T await(CompletableFuture<T> result, Cancellation cancellation) {
        boolean interrupted = false;
        if (!result.isDone()) {
            Stages.whenDone(result, (value, failure) -> LockSupport.unpark(owner));
        }
        while (!result.isDone()) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            } else if (Thread.interrupted()) {
                interrupted = true;
                cancellation.cancel(Cancellation.Reason.INTERRUPTED);
            } else {
                LockSupport.park(this);
            }
        }
        if (interrupted) {
            owner.interrupt();
        }
        return value(result);
    }

    private static <T> T value(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException | CancellationException e) {
            Throwable cause = Stages.cause(e);
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
