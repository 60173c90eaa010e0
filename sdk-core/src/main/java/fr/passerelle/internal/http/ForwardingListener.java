package fr.passerelle.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes all that happens on to the user's own listener, too. What that one throws stays here: in OkHttp it would end
 * the call wherever it is just then, and lose its connection.
 *
 * <p>Passes each callback on by itself, as {@code EventListener.plus} came with OkHttp 5 only.
 */
final class ForwardingListener extends AttemptListener {

    private static final Logger LOG = LoggerFactory.getLogger("fr.passerelle.calls");

    private final EventListener theirs;

    ForwardingListener(EventListener theirs, OkHttpSetup setup, Call call) {
        super(setup, call);
        this.theirs = theirs;
    }

    private void tell(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException | Error thrown) {
            // The class only: nobody knows what its message holds.
            LOG.debug("An event listener threw {}", thrown.getClass().getName());
        }
        // What comes after a callback may have to wait.
        aboutToWait();
    }

    @Override
    public void callStart(Call call) {
        tell(() -> theirs.callStart(call));
    }

    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        tell(() -> theirs.dispatcherQueueStart(call, dispatcher));
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        tell(() -> theirs.dispatcherQueueEnd(call, dispatcher));
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        tell(() -> theirs.proxySelectStart(call, url));
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        tell(() -> theirs.proxySelectEnd(call, url, proxies));
    }

    @Override
    public void dnsStart(Call call, String domain) {
        tell(() -> theirs.dnsStart(call, domain));
    }

    @Override
    public void dnsEnd(Call call, String domain, List<InetAddress> addresses) {
        tell(() -> theirs.dnsEnd(call, domain, addresses));
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        tell(() -> theirs.connectStart(call, address, proxy));
    }

    @Override
    public void secureConnectStart(Call call) {
        tell(() -> theirs.secureConnectStart(call));
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        tell(() -> theirs.secureConnectEnd(call, handshake));
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        super.connectEnd(call, address, proxy, protocol);
        tell(() -> theirs.connectEnd(call, address, proxy, protocol));
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        tell(() -> theirs.connectFailed(call, address, proxy, protocol, failure));
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        tell(() -> theirs.connectionAcquired(call, connection));
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        super.connectionReleased(call, connection);
        tell(() -> theirs.connectionReleased(call, connection));
    }

    @Override
    public void requestHeadersStart(Call call) {
        super.requestHeadersStart(call);
        tell(() -> theirs.requestHeadersStart(call));
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        tell(() -> theirs.requestHeadersEnd(call, request));
    }

    @Override
    public void requestBodyStart(Call call) {
        tell(() -> theirs.requestBodyStart(call));
    }

    @Override
    public void requestBodyEnd(Call call, long bytes) {
        tell(() -> theirs.requestBodyEnd(call, bytes));
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        tell(() -> theirs.requestFailed(call, failure));
    }

    @Override
    public void responseHeadersStart(Call call) {
        super.responseHeadersStart(call);
        tell(() -> theirs.responseHeadersStart(call));
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        tell(() -> theirs.responseHeadersEnd(call, response));
    }

    @Override
    public void responseBodyStart(Call call) {
        tell(() -> theirs.responseBodyStart(call));
    }

    @Override
    public void responseBodyEnd(Call call, long bytes) {
        tell(() -> theirs.responseBodyEnd(call, bytes));
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        super.responseFailed(call, failure);
        tell(() -> theirs.responseFailed(call, failure));
    }

    @Override
    public void callEnd(Call call) {
        tell(() -> theirs.callEnd(call));
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        tell(() -> theirs.callFailed(call, failure));
    }

    @Override
    public void canceled(Call call) {
        tell(() -> theirs.canceled(call));
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        tell(() -> theirs.satisfactionFailure(call, response));
    }

    @Override
    public void cacheHit(Call call, Response response) {
        tell(() -> theirs.cacheHit(call, response));
    }

    @Override
    public void cacheMiss(Call call) {
        tell(() -> theirs.cacheMiss(call));
    }

    @Override
    public void cacheConditionalHit(Call call, Response response) {
        tell(() -> theirs.cacheConditionalHit(call, response));
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        tell(() -> theirs.retryDecision(call, failure, retry));
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request next) {
        tell(() -> theirs.followUpDecision(call, response, next));
    }
}
