package fr.passerelle.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Follows an attempt through OkHttp. */
class AttemptListener extends EventListener {

    private final OkHttpSetup setup;
    private final Call call;

    AttemptListener(OkHttpSetup setup, Call call) {
        this.setup = setup;
        this.call = call;
    }

    /** One for this call, which passes all on to the user's own listener, if there is one. */
    static EventListener of(EventListener theirs, OkHttpSetup setup, Call call) {
        return theirs == EventListener.NONE
                ? new AttemptListener(setup, call)
                : new ForwardingListener(theirs, setup, call);
    }

    private void tell(Consumer<AttemptState> event) {
        AttemptState flight = setup.attempt(call);
        if (flight != null) {
            event.accept(flight);
        }
    }

    /** An interceptor or a listener of the user's may have taken the interrupt hook away. */
    final void aboutToWait() {
        tell(AttemptState::aboutToWait);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        tell(AttemptState::markConnected);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        setup.released(connection);
    }

    @Override
    public void requestHeadersStart(Call call) {
        tell(AttemptState::markSent);
        aboutToWait();
    }

    @Override
    public void responseHeadersStart(Call call) {
        aboutToWait();
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        tell(AttemptState::markFailed);
    }
}
