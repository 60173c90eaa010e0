package fr.passerelle.model.venue;

/** The four kinds of disability for which a venue or an offer says whether it is accessible. */
public enum Disability {
    AUDIO,
    MENTAL,
    MOTOR,
    VISUAL
}
