package fr.passerelle.spring;

import fr.passerelle.ticketing.DeskOutcome;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.TicketingDesk;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands messages to the desk as they came: bytes, before any parsing. */
@RestController
final class WebhookController {

    private static final DeskResponse STOPPING = new DeskResponse(503, "{\"error\":\"closed\"}", DeskOutcome.CLOSED);

    private final TicketingDesk desk;
    private final DeskLifecycle lifecycle;

    WebhookController(TicketingDesk desk, DeskLifecycle lifecycle) {
        this.desk = desk;
        this.lifecycle = lifecycle;
    }

    @PostMapping("${passculture.webhook-path:" + PassCultureProperties.DEFAULT_WEBHOOK_PATH + "}")
    ResponseEntity<String> receive(
            @RequestHeader(name = TicketingDesk.SIGNATURE_HEADER, required = false) @Nullable String signature,
            InputStream body)
            throws IOException {
        DeskResponse response = lifecycle.enter() ? received(signature, body) : STOPPING;
        return ResponseEntity.status(response.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(response.body());
    }

    /** One byte more than the desk reads shows it that there are too many; the rest stays where it is. */
    private DeskResponse received(@Nullable String signature, InputStream body) throws IOException {
        try {
            return desk.receive(signature, body.readNBytes(TicketingDesk.DEFAULT_MAX_BODY_BYTES + 1));
        } finally {
            lifecycle.leave();
        }
    }
}
