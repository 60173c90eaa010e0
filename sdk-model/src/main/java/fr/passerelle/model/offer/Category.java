package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What kind of event an offer is, with the fields that belong to that kind and no others (reference 5.3). Each of the
 * 26 creatable categories has a factory that takes what it requires; optional fields are added on the result:
 *
 * <pre>{@code Category.show(ShowType.THEATRE_COMEDIE).author("Molière")}</pre>
 *
 * <p>Answers may leave any field out, so every field can be null when read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Category extends OfferCategory {

    /**
     * A music event.
     *
     * @param id which of the music categories
     * @param musicType required to create
     * @param author of the music
     * @param performer who plays
     * @param linkedArtists whom the response names; never sent
     * @param artistLinks whom a change of the event links: the list replaces all links, null keeps them. Not for new
     *     events
     */
    record Music(
            CategoryId id,
            @Nullable MusicType musicType,
            @Nullable String author,
            @Nullable String performer,
            @JsonIgnore List<Artist> linkedArtists,

            @JsonProperty("artists") @Nullable List<ArtistLink> artistLinks)
            implements Category {

        public Music {
            linkedArtists = List.copyOf(linkedArtists);
            artistLinks = artistLinks == null ? null : List.copyOf(artistLinks);
        }

        /** Without artists of the programme's catalogue. */
        public Music(
                CategoryId id, @Nullable MusicType musicType, @Nullable String author, @Nullable String performer) {
            this(id, musicType, author, performer, List.of(), null);
        }

        /** The same with an author. */
        public Music author(String author) {
            return new Music(id, musicType, author, performer, linkedArtists, artistLinks);
        }

        /** The same with a performer. */
        public Music performer(String performer) {
            return new Music(id, musicType, author, performer, linkedArtists, artistLinks);
        }

        /** The same, for a change that links these artists and no others; none unlinks all. */
        public Music linkArtists(List<ArtistLink> artists) {
            return new Music(id, musicType, author, performer, linkedArtists, artists);
        }
    }

    /**
     * A show.
     *
     * @param id which of the show categories
     * @param showType required to create
     * @param author of the text
     * @param stageDirector who stages it
     * @param performer who plays
     */
    record Show(
            CategoryId id,
            @Nullable ShowType showType,
            @Nullable String author,
            @Nullable String stageDirector,
            @Nullable String performer)
            implements Category {

        /** The same with an author. */
        public Show author(String author) {
            return new Show(id, showType, author, stageDirector, performer);
        }

        /** The same with a stage director. */
        public Show stageDirector(String stageDirector) {
            return new Show(id, showType, author, stageDirector, performer);
        }

        /** The same with a performer. */
        public Show performer(String performer) {
            return new Show(id, showType, author, stageDirector, performer);
        }
    }

    /**
     * A film.
     *
     * @param id which of the cinema categories
     * @param author of the film
     * @param visa number of its exploitation licence
     * @param stageDirector its director; the programme uses one word for stage and screen
     */
    record Cinema(
            CategoryId id,
            @Nullable String author,
            @Nullable String visa,
            @Nullable String stageDirector) implements Category {

        /** The same with an author. */
        public Cinema author(String author) {
            return new Cinema(id, author, visa, stageDirector);
        }

        /** The same with a licence number. */
        public Cinema visa(String visa) {
            return new Cinema(id, author, visa, stageDirector);
        }

        /** The same with a director. */
        public Cinema stageDirector(String stageDirector) {
            return new Cinema(id, author, visa, stageDirector);
        }
    }

    /**
     * A festival of visual arts.
     *
     * @param id the category
     * @param author of the works
     * @param performer who performs
     */
    record VisualArts(
            CategoryId id,
            @Nullable String author,
            @Nullable String performer) implements Category {

        /** The same with an author. */
        public VisualArts author(String author) {
            return new VisualArts(id, author, performer);
        }

        /** The same with a performer. */
        public VisualArts performer(String performer) {
            return new VisualArts(id, author, performer);
        }
    }

    /**
     * Someone speaks: a talk, a workshop, a fair.
     *
     * @param id which of the talk categories
     * @param speaker who
     */
    record Talk(CategoryId id, @Nullable String speaker) implements Category {

        /** The same with a speaker. */
        public Talk speaker(String speaker) {
            return new Talk(id, speaker);
        }
    }

    /**
     * A category without fields of its own; also any category that this version does not know.
     *
     * @param id which category
     */
    record Plain(CategoryId id) implements Category {}

    /** {@code CONCERT}. */
    static Music concert(MusicType type) {
        return music(CategoryId.CONCERT, type);
    }

    /** {@code EVENEMENT_MUSIQUE}. */
    static Music musicEvent(MusicType type) {
        return music(CategoryId.EVENEMENT_MUSIQUE, type);
    }

    /** {@code FESTIVAL_MUSIQUE}. */
    static Music musicFestival(MusicType type) {
        return music(CategoryId.FESTIVAL_MUSIQUE, type);
    }

    /** {@code LIVESTREAM_MUSIQUE}, on line only. */
    static Music musicLivestream(MusicType type) {
        return music(CategoryId.LIVESTREAM_MUSIQUE, type);
    }

    /** {@code SPECTACLE_REPRESENTATION}. */
    static Show show(ShowType type) {
        return show(CategoryId.SPECTACLE_REPRESENTATION, type);
    }

    /** {@code FESTIVAL_SPECTACLE}. */
    static Show showFestival(ShowType type) {
        return show(CategoryId.FESTIVAL_SPECTACLE, type);
    }

    /** {@code LIVESTREAM_EVENEMENT}, on line only. */
    static Show showLivestream(ShowType type) {
        return show(CategoryId.LIVESTREAM_EVENEMENT, type);
    }

    /** {@code SEANCE_CINE}. */
    static Cinema filmScreening() {
        return new Cinema(CategoryId.SEANCE_CINE, null, null, null);
    }

    /** {@code CINE_PLEIN_AIR}. */
    static Cinema openAirCinema() {
        return new Cinema(CategoryId.CINE_PLEIN_AIR, null, null, null);
    }

    /** {@code EVENEMENT_CINE}. */
    static Cinema filmEvent() {
        return new Cinema(CategoryId.EVENEMENT_CINE, null, null, null);
    }

    /** {@code FESTIVAL_CINE}. */
    static Cinema filmFestival() {
        return new Cinema(CategoryId.FESTIVAL_CINE, null, null, null);
    }

    /** {@code FESTIVAL_ART_VISUEL}. */
    static VisualArts visualArtsFestival() {
        return new VisualArts(CategoryId.FESTIVAL_ART_VISUEL, null, null);
    }

    /** {@code ATELIER_PRATIQUE_ART}. */
    static Talk artWorkshop() {
        return new Talk(CategoryId.ATELIER_PRATIQUE_ART, null);
    }

    /** {@code SEANCE_ESSAI_PRATIQUE_ART}. */
    static Talk artTrialClass() {
        return new Talk(CategoryId.SEANCE_ESSAI_PRATIQUE_ART, null);
    }

    /** {@code CONFERENCE}. */
    static Talk conference() {
        return new Talk(CategoryId.CONFERENCE, null);
    }

    /** {@code RENCONTRE}. */
    static Talk meeting() {
        return new Talk(CategoryId.RENCONTRE, null);
    }

    /** {@code RENCONTRE_EN_LIGNE}, on line only. */
    static Talk onlineMeeting() {
        return new Talk(CategoryId.RENCONTRE_EN_LIGNE, null);
    }

    /** {@code SALON}. */
    static Talk fair() {
        return new Talk(CategoryId.SALON, null);
    }

    /** {@code CONCOURS}. */
    static Plain contest() {
        return new Plain(CategoryId.CONCOURS);
    }

    /** {@code EVENEMENT_JEU}. */
    static Plain gameEvent() {
        return new Plain(CategoryId.EVENEMENT_JEU);
    }

    /** {@code RENCONTRE_JEU}. */
    static Plain gameMeeting() {
        return new Plain(CategoryId.RENCONTRE_JEU);
    }

    /** {@code EVENEMENT_PATRIMOINE}. */
    static Plain heritageEvent() {
        return new Plain(CategoryId.EVENEMENT_PATRIMOINE);
    }

    /** {@code FESTIVAL_LIVRE}. */
    static Plain bookFestival() {
        return new Plain(CategoryId.FESTIVAL_LIVRE);
    }

    /** {@code LIVESTREAM_PRATIQUE_ARTISTIQUE}, on line only. */
    static Plain artPracticeLivestream() {
        return new Plain(CategoryId.LIVESTREAM_PRATIQUE_ARTISTIQUE);
    }

    /** {@code VISITE}. */
    static Plain visit() {
        return new Plain(CategoryId.VISITE);
    }

    /** {@code VISITE_GUIDEE}. */
    static Plain guidedVisit() {
        return new Plain(CategoryId.VISITE_GUIDEE);
    }

    private static Music music(CategoryId id, MusicType type) {
        return new Music(id, type, null, null);
    }

    private static Show show(CategoryId id, ShowType type) {
        return new Show(id, type, null, null, null);
    }

    @Override
    default List<Violation> missing() {
        RuleCheck check = OfferRules.creatable(this);
        if (this instanceof Music music) {
            check.required("musicType", music.musicType())
                    .require(music.artistLinks() == null, "artists", RuleCode.NOT_ALLOWED);
        } else if (this instanceof Show show) {
            check.required("showType", show.showType());
        }
        return OfferRules.storable(check, this).violations();
    }

    /** Of all fields that a category may have, the category decides which are kept. */
    static Category read(
            CategoryId id,
            @Nullable MusicType musicType,
            @Nullable ShowType showType,
            @Nullable String author,
            @Nullable String stageDirector,
            @Nullable String performer,
            @Nullable String visa,
            @Nullable String speaker) {
        return read(id, musicType, showType, author, stageDirector, performer, visa, speaker, null);
    }

    /** The same, as a response has them. */
    @JsonCreator
    static Category read(
            @JsonProperty(value = "category", required = true) CategoryId id,
            @JsonProperty("musicType") @Nullable MusicType musicType,
            @JsonProperty("showType") @Nullable ShowType showType,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("stageDirector") @Nullable String stageDirector,
            @JsonProperty("performer") @Nullable String performer,
            @JsonProperty("visa") @Nullable String visa,
            @JsonProperty("speaker") @Nullable String speaker,
            @JsonProperty("artists") @Nullable List<Artist> artists) {
        return switch (id.fields()) {
            case MUSIC -> new Music(id, musicType, author, performer, artists == null ? List.of() : artists, null);
            case SHOW -> new Show(id, showType, author, stageDirector, performer);
            case CINEMA -> new Cinema(id, author, visa, stageDirector);
            case VISUAL_ARTS -> new VisualArts(id, author, performer);
            case TALK -> new Talk(id, speaker);
            case ARTICLE, BOOK, AUDIOBOOK, RECORDING, CONCERT_PASS, SHOW_PASS, NONE -> new Plain(id);
        };
    }
}
