package fr.passerelle.internal.call;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Turn;
import java.time.Duration;
import java.util.Optional;

/** No limit at all. */
public enum UnlimitedPacing implements Pacing {
    INSTANCE;

    private static final Optional<Turn> NOW = Optional.of(Turn.in(Duration.ZERO));

    @Override
    public Optional<Turn> reserve(Duration atMost) {
        return NOW;
    }
}
