package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from, as the app tells the programme (changes-2026 6). Whoever has a refresh token also needs
 * the id of the device that it was given to, so nothing of it shows in {@code toString}.
 *
 * @param id the same for one installation of an app, and for no other one, such as a random UUID that the app keeps
 * @param os its operating system, such as {@code iOS}; null for nothing said
 * @param source what it is, such as {@code iPhone 13}; null for nothing said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Device(
        @JsonProperty("deviceId") String id,
        @Nullable String os,
        @Nullable String source) {

    /**
     * A device.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if the id is blank, or a text holds what cannot be stored
     */
    public Device {
        new RuleCheck()
                .require(!id.isBlank(), "deviceInfo.deviceId", RuleCode.REQUIRED)
                .storable("deviceInfo.deviceId", id)
                .storable("deviceInfo.os", os)
                .storable("deviceInfo.source", source)
                .raise();
    }

    /**
     * A device of which nothing is said but its id.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if it is blank, or holds what cannot be stored
     */
    public static Device of(String id) {
        return new Device(id, null, null);
    }

    /** Without anything of it. */
    @Override
    public String toString() {
        return "Device[redacted]";
    }
}
