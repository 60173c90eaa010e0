package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.error.SignInRequiredException;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.internal.call.Channel;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RenewalChannel;
import fr.passerelle.internal.call.Session;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.json.ResponseDecoder;
import fr.passerelle.model.app.AccountState;
import fr.passerelle.model.app.Device;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Signing in and out of the app, and who is signed in. */
final class AppSession {

    private static final String DEVICE = "deviceInfo";
    private static final TypeReference<JsonNode> ANY = new TypeReference<>() {};

    private final Device device;
    private final Session session;

    AppSession(Device device, @Nullable TokenListener listener) {
        this.device = device;
        this.session = new Session(listener == null ? NOBODY : new Told(listener));
    }

    Session session() {
        return session;
    }

    /** The layer that renews the tokens of this session. */
    Channel renewal(ResponseDecoder decoder, Channel next) {
        String body = Json.mapper().valueToTree(Map.of(DEVICE, device)).toString();
        return new RenewalChannel(
                session, HttpCall.to(PassCultureEndpoint.REFRESH_ACCESS_TOKEN).body(body), decoder, next);
    }

    /** What the programme asks for; the password is read and not kept. */
    Map<String, Object> credentials(String email, char[] password) {
        return Map.of("identifier", email, "password", String.valueOf(password), DEVICE, device);
    }

    CompletableFuture<AccountState> signIn(Operation operation, Map<String, Object> credentials) {
        HttpCall signIn = HttpCall.to(PassCultureEndpoint.SIGN_IN).body(operation.json(credentials));
        return Stages.map(operation.execute(signIn, ANY), response -> {
            AccountState state = AccountState.of(text(response, "accountState"));
            open(text(response, "accessToken"), text(response, "refreshToken"));
            return state;
        });
    }

    private void open(String access, String refresh) {
        try {
            session.open(access, refresh);
        } catch (IllegalArgumentException noToken) {
            throw ApiExceptions.unreadable(
                    SentRequest.to(PassCultureEndpoint.SIGN_IN), "", "a token that no header can carry", null);
        }
    }

    private static String text(JsonNode response, String member) {
        JsonNode text = response.path(member);
        if (!text.isTextual() || text.textValue().isEmpty()) {
            throw ApiExceptions.unreadable(
                    SentRequest.to(PassCultureEndpoint.SIGN_IN), "/" + member, "nothing there", null);
        }
        return text.textValue();
    }

    /** Tokens that the programme takes no more are as good as signed out. */
    CompletableFuture<Boolean> signOut(Operation operation) {
        CompletableFuture<Boolean> told = Stages.recover(
                operation.run(HttpCall.to(PassCultureEndpoint.SIGN_OUT)),
                failure -> failure instanceof SignInRequiredException ? Stages.done(true) : Stages.failed(failure));
        return Stages.map(told, done -> {
            session.signOut();
            return done;
        });
    }

    private static final Session.Keeper NOBODY = new Session.Keeper() {
        @Override
        public void keep(String access, String refresh) {}

        @Override
        public void forget() {}
    };

    /** A user's listener, whose trouble is not the call's. */
    private record Told(TokenListener listener, Warnings warnings) implements Session.Keeper {

        Told(TokenListener listener) {
            this(listener, new Warnings(Warnings.CALLS, System::nanoTime));
        }

        @Override
        public void keep(String access, String refresh) {
            tell(() -> listener.onTokens(new AppTokens(access, refresh)));
        }

        @Override
        public void forget() {
            tell(listener::onTokensEnded);
        }

        private void tell(Runnable call) {
            try {
                call.run();
            } catch (RuntimeException thrown) {
                String name = thrown.getClass().getName();
                warnings.warn(name, "A token listener threw " + name + ": what it has kept may count no more");
            }
        }
    }
}
