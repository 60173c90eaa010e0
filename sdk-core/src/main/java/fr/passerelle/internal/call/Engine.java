package fr.passerelle.internal.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.json.AnswerDecoder;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all calls of a client share.
 *
 * @param stack the layers, the topmost one
 * @param limits unless a call says otherwise
 * @param time for deadlines and waits
 * @param clock for dates
 * @param mapper writes bodies
 * @param decoder reads answers
 * @param observers are told of every call
 * @param background runs what nobody waits for
 * @param closed set when the client is closed
 */
public record Engine(
        Channel stack,
        Limits limits,
        Time time,
        Clock clock,
        ObjectMapper mapper,
        AnswerDecoder decoder,
        Observers observers,
        Background background,
        AtomicBoolean closed) {}
