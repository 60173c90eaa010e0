package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.Ean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What kind of product an offer is, with the fields that belong to that kind and no others (reference 6.3). Each of the
 * 27 creatable categories has a factory that takes what it requires; optional fields are added on the result:
 *
 * <pre>{@code ProductCategory.audiobookOnDisc(Ean.of("9782070541270")).author("Jules Verne")}</pre>
 *
 * <p>Paper books, CDs and vinyl have no factory: they are published by their EAN ({@link EanUpsert}). All 45 categories
 * can be read; answers may leave any field out, so every field can be null when read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ProductCategory extends OfferCategory {

    /**
     * Something to hold, known by its EAN.
     *
     * @param id one of the categories with an EAN
     * @param ean required to create
     */
    record Article(CategoryId id, @Nullable Ean ean) implements ProductCategory {}

    /**
     * A book to hear or to read on a screen; on paper it is only read.
     *
     * @param id which of the book categories
     * @param ean required to create, except for {@code LIVRE_NUMERIQUE}
     * @param author who wrote it
     */
    record Book(CategoryId id, @Nullable Ean ean, @Nullable String author) implements ProductCategory {

        /** The same with an EAN. */
        public Book ean(Ean ean) {
            return new Book(id, ean, author);
        }

        /** The same with an author. */
        public Book author(String author) {
            return new Book(id, ean, author);
        }
    }

    /**
     * A book to hear, as a download.
     *
     * @param id the category
     * @param author who wrote it
     */
    record Audiobook(CategoryId id, @Nullable String author) implements ProductCategory {

        /** The same with an author. */
        public Audiobook author(String author) {
            return new Audiobook(id, author);
        }
    }

    /**
     * Recorded music, as a download; on disc it is only read.
     *
     * @param id which of the music categories
     * @param musicType required to create
     * @param ean of the article
     * @param author who wrote it
     * @param performer who plays
     */
    record Recording(
            CategoryId id,
            @Nullable MusicType musicType,
            @Nullable Ean ean,
            @Nullable String author,
            @Nullable String performer)
            implements ProductCategory {

        /** The same with an EAN. */
        public Recording ean(Ean ean) {
            return new Recording(id, musicType, ean, author, performer);
        }

        /** The same with an author. */
        public Recording author(String author) {
            return new Recording(id, musicType, ean, author, performer);
        }

        /** The same with a performer. */
        public Recording performer(String performer) {
            return new Recording(id, musicType, ean, author, performer);
        }
    }

    /**
     * Concerts by subscription.
     *
     * @param id the category
     * @param musicType required to create
     */
    record ConcertPass(CategoryId id, @Nullable MusicType musicType) implements ProductCategory {}

    /**
     * Shows by subscription.
     *
     * @param id the category
     * @param showType required to create
     */
    record ShowPass(CategoryId id, @Nullable ShowType showType) implements ProductCategory {}

    /**
     * A show to watch on line.
     *
     * @param id which of the show categories
     * @param showType required to create
     * @param author who wrote it
     * @param stageDirector who stages it
     * @param performer who plays
     */
    record RecordedShow(
            CategoryId id,
            @Nullable ShowType showType,
            @Nullable String author,
            @Nullable String stageDirector,
            @Nullable String performer)
            implements ProductCategory {

        /** The same with an author. */
        public RecordedShow author(String author) {
            return new RecordedShow(id, showType, author, stageDirector, performer);
        }

        /** The same with a stage director. */
        public RecordedShow stageDirector(String stageDirector) {
            return new RecordedShow(id, showType, author, stageDirector, performer);
        }

        /** The same with a performer. */
        public RecordedShow performer(String performer) {
            return new RecordedShow(id, showType, author, stageDirector, performer);
        }
    }

    /**
     * A film to watch on line; can be read only.
     *
     * @param id the category
     * @param author who wrote it
     * @param visa number of its exploitation licence
     * @param stageDirector who stages it
     */
    record Film(
            CategoryId id,
            @Nullable String author,
            @Nullable String visa,
            @Nullable String stageDirector) implements ProductCategory {}

    /**
     * Someone teaches on line.
     *
     * @param id the category
     * @param speaker who teaches
     */
    record Lesson(CategoryId id, @Nullable String speaker) implements ProductCategory {

        /** The same with a teacher. */
        public Lesson speaker(String speaker) {
            return new Lesson(id, speaker);
        }
    }

    /**
     * A category without fields of its own; also any category that this version does not know.
     *
     * @param id which category
     */
    record Plain(CategoryId id) implements ProductCategory {}

    /** {@code ABO_BIBLIOTHEQUE}. */
    static Plain libraryCard() {
        return new Plain(CategoryId.ABO_BIBLIOTHEQUE);
    }

    /** {@code ABO_MEDIATHEQUE}. */
    static Plain mediaLibraryCard() {
        return new Plain(CategoryId.ABO_MEDIATHEQUE);
    }

    /** {@code ABO_CONCERT}. */
    static ConcertPass concertPass(MusicType type) {
        return new ConcertPass(CategoryId.ABO_CONCERT, type);
    }

    /** {@code ABO_SPECTACLE}. */
    static ShowPass showPass(ShowType type) {
        return new ShowPass(CategoryId.ABO_SPECTACLE, type);
    }

    /** {@code ABO_PRATIQUE_ART}. */
    static Plain artClassSubscription() {
        return new Plain(CategoryId.ABO_PRATIQUE_ART);
    }

    /** {@code CARTE_JEUNES}. */
    static Plain youthCard() {
        return new Plain(CategoryId.CARTE_JEUNES);
    }

    /** {@code CARTE_MUSEE}, the only product that can be booked for two. */
    static Plain museumCard() {
        return new Plain(CategoryId.CARTE_MUSEE);
    }

    /** {@code ACHAT_INSTRUMENT}. */
    static Article instrument(Ean ean) {
        return new Article(CategoryId.ACHAT_INSTRUMENT, ean);
    }

    /** {@code LOCATION_INSTRUMENT}. */
    static Article instrumentRental(Ean ean) {
        return new Article(CategoryId.LOCATION_INSTRUMENT, ean);
    }

    /** {@code PARTITION}. */
    static Article sheetMusic(Ean ean) {
        return new Article(CategoryId.PARTITION, ean);
    }

    /** {@code SUPPORT_PHYSIQUE_FILM}. */
    static Article filmOnDisc(Ean ean) {
        return new Article(CategoryId.SUPPORT_PHYSIQUE_FILM, ean);
    }

    /** {@code LIVRE_AUDIO_PHYSIQUE}. */
    static Book audiobookOnDisc(Ean ean) {
        return new Book(CategoryId.LIVRE_AUDIO_PHYSIQUE, ean, null);
    }

    /** {@code ABO_LIVRE_NUMERIQUE}, on line only. */
    static Plain ebookSubscription() {
        return new Plain(CategoryId.ABO_LIVRE_NUMERIQUE);
    }

    /** {@code ABO_PLATEFORME_MUSIQUE}, on line only. */
    static Plain musicSubscription() {
        return new Plain(CategoryId.ABO_PLATEFORME_MUSIQUE);
    }

    /** {@code ABO_PLATEFORME_VIDEO}, on line only. */
    static Plain videoSubscription() {
        return new Plain(CategoryId.ABO_PLATEFORME_VIDEO);
    }

    /** {@code ABO_PRESSE_EN_LIGNE}, on line only. */
    static Plain pressSubscription() {
        return new Plain(CategoryId.ABO_PRESSE_EN_LIGNE);
    }

    /** {@code APP_CULTURELLE}, on line only. */
    static Plain culturalApp() {
        return new Plain(CategoryId.APP_CULTURELLE);
    }

    /** {@code AUTRE_SUPPORT_NUMERIQUE}, on line only. */
    static Plain otherDigitalGoods() {
        return new Plain(CategoryId.AUTRE_SUPPORT_NUMERIQUE);
    }

    /** {@code LIVRE_NUMERIQUE}, on line only. */
    static Book ebook() {
        return new Book(CategoryId.LIVRE_NUMERIQUE, null, null);
    }

    /** {@code PLATEFORME_PRATIQUE_ARTISTIQUE}, on line only. */
    static Plain artPracticePlatform() {
        return new Plain(CategoryId.PLATEFORME_PRATIQUE_ARTISTIQUE);
    }

    /** {@code PODCAST}, on line only. */
    static Plain podcast() {
        return new Plain(CategoryId.PODCAST);
    }

    /** {@code PRATIQUE_ART_VENTE_DISTANCE}, on line only. */
    static Lesson onlineArtClass() {
        return new Lesson(CategoryId.PRATIQUE_ART_VENTE_DISTANCE, null);
    }

    /** {@code SPECTACLE_ENREGISTRE}, on line only. */
    static RecordedShow recordedShow(ShowType type) {
        return new RecordedShow(CategoryId.SPECTACLE_ENREGISTRE, type, null, null, null);
    }

    /** {@code TELECHARGEMENT_LIVRE_AUDIO}, on line only. */
    static Audiobook audiobookDownload() {
        return new Audiobook(CategoryId.TELECHARGEMENT_LIVRE_AUDIO, null);
    }

    /** {@code TELECHARGEMENT_MUSIQUE}, on line only. */
    static Recording musicDownload(MusicType type) {
        return new Recording(CategoryId.TELECHARGEMENT_MUSIQUE, type, null, null, null);
    }

    /** {@code VISITE_VIRTUELLE}, on line only. */
    static Plain virtualVisit() {
        return new Plain(CategoryId.VISITE_VIRTUELLE);
    }

    /** {@code VOD}, on line only. */
    static Plain videoOnDemand() {
        return new Plain(CategoryId.VOD);
    }

    @Override
    default List<Violation> missing() {
        RuleCheck check = OfferRules.creatable(this);
        if (this instanceof Article article) {
            OfferRules.ean(check.required("ean", article.ean()), article.ean());
        } else if (this instanceof Book book) {
            boolean free = book.ean() != null || id().equals(CategoryId.LIVRE_NUMERIQUE);
            OfferRules.ean(check.require(free, "ean", RuleCode.REQUIRED), book.ean());
        } else if (this instanceof Recording recording) {
            OfferRules.ean(check.required("musicType", recording.musicType()), recording.ean());
        } else if (this instanceof ConcertPass pass) {
            check.required("musicType", pass.musicType());
        } else if (this instanceof ShowPass pass) {
            check.required("showType", pass.showType());
        } else if (this instanceof RecordedShow show) {
            check.required("showType", show.showType());
        }
        return OfferRules.storable(check, this).violations();
    }

    /** Reads a response: the category decides which of the fields are kept. */
    @JsonCreator
    static ProductCategory read(
            @JsonProperty(value = "category", required = true) CategoryId id,
            @JsonProperty("ean") @Nullable Ean ean,
            @JsonProperty("musicType") @Nullable MusicType musicType,
            @JsonProperty("showType") @Nullable ShowType showType,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("stageDirector") @Nullable String stageDirector,
            @JsonProperty("performer") @Nullable String performer,
            @JsonProperty("visa") @Nullable String visa,
            @JsonProperty("speaker") @Nullable String speaker) {
        return switch (id.fields()) {
            case ARTICLE -> new Article(id, ean);
            case BOOK -> new Book(id, ean, author);
            case AUDIOBOOK -> new Audiobook(id, author);
            case RECORDING -> new Recording(id, musicType, ean, author, performer);
            case CONCERT_PASS -> new ConcertPass(id, musicType);
            case SHOW_PASS -> new ShowPass(id, showType);
            case SHOW -> new RecordedShow(id, showType, author, stageDirector, performer);
            case CINEMA -> new Film(id, author, visa, stageDirector);
            case TALK -> new Lesson(id, speaker);
            case MUSIC, VISUAL_ARTS, NONE -> new Plain(id);
        };
    }
}
