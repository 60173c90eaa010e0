package fr.passerelle.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Follows an attempt through OkHttp. */
class AttemptListener extends EventListener {

    private final Liveness liveness;
    private final @Nullable AttemptState flight;

    AttemptListener(Liveness liveness, Call call) {
        this.liveness = liveness;
        flight = call.request().tag(AttemptState.class);
    }

    /** One for this call, which passes all on to the user's own listener, if there is one. */
    static EventListener of(EventListener theirs, Liveness liveness, Call call) {
        return theirs == EventListener.NONE
                ? new AttemptListener(liveness, call)
                : new ForwardingListener(theirs, liveness, call);
    }

    /** An interceptor or a listener of the user's may have taken the interrupt hook away. */
    final void aboutToWait() {
        if (flight != null) {
            flight.aboutToWait();
        }
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        if (flight != null) {
            flight.markConnected();
        }
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        liveness.released(connection);
    }

    @Override
    public void requestHeadersStart(Call call) {
        if (flight != null) {
            flight.markSent();
        }
        aboutToWait();
    }

    @Override
    public void responseHeadersStart(Call call) {
        aboutToWait();
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        if (flight != null) {
            flight.markFailed();
        }
    }
}
