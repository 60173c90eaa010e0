package fr.passerelle.model.offer;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules that drafts and patches of offers share (reference 5.1). */
final class OfferRules {

    static final int MAX_DESCRIPTION = 10_000;
    static final int MAX_ID_AT_PROVIDER = 70;
    private static final int MAX_EMAIL = 120;

    /** Events last less than a day. */
    static final int MAX_DURATION_MINUTES = 1_439;

    /** Where the booking limit of a product stands on the wire. */
    static final String STOCK_LIMIT = "stock.bookingLimitDatetime";

    private static final int EAN_DIGITS = 13;

    private static final Pattern THIRTEEN_DIGITS = Pattern.compile("\\p{Nd}{13}");

    /** The forms the server plays; the video's 11 characters come first in the query. Shorts are not among them. */
    private static final Pattern YOUTUBE =
            Pattern.compile("(?i:https?://(www\\.|m\\.)?(youtube\\.com/(watch\\?v=|embed/|v/|e/)|youtu\\.be/))"
                    + "[A-Za-z0-9_-]{11}([?&#/]\\S*)?");

    private OfferRules() {}

    static void name(RuleCheck check, @Nullable String name, int min, int max) {
        check.text("name", name, min, max);
        check.require(name == null || !hasThirteenDigits(name), "name", RuleCode.LOOKS_LIKE_EAN);
    }

    /** Thirteen digits of any script in a row; what {@link #THIRTEEN_DIGITS} would find, in a fifth of the time. */
    private static boolean hasThirteenDigits(String name) {
        int digits = 0;
        int c;
        for (int i = 0; i < name.length() && digits < EAN_DIGITS; i += Character.charCount(c)) {
            c = name.codePointAt(i);
            digits = Character.isDigit(c) ? digits + 1 : 0;
        }
        return digits == EAN_DIGITS;
    }

    static void video(RuleCheck check, @Nullable String url) {
        check.require(url == null || YOUTUBE.matcher(url).matches(), "videoUrl", RuleCode.BAD_VIDEO_URL);
    }

    static void publishedInFuture(RuleCheck check, @Nullable Publication publication, Instant now) {
        check.future("publicationDatetime", publication == null ? null : publication.instant(), now);
    }

    /** Holds for new offers only (reference 5.1). */
    static void publishedWithinTwoYears(RuleCheck check, @Nullable Publication publication, Instant now) {
        Instant instant = publication == null ? null : publication.instant();
        if (instant != null) {
            Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(2).toInstant();
            check.require(!instant.isAfter(latest), "publicationDatetime", RuleCode.AFTER_LIMIT, latest);
        }
    }

    /** Both addresses have columns of the same width. */
    static void emails(RuleCheck check, @Nullable String bookingContact, @Nullable String bookingEmail) {
        check.text("bookingContact", bookingContact, 0, MAX_EMAIL)
                .email("bookingContact", bookingContact)
                .text("bookingEmail", bookingEmail, 0, MAX_EMAIL)
                .email("bookingEmail", bookingEmail);
    }

    static void duration(RuleCheck check, @Nullable Integer minutes) {
        check.range("eventDuration", minutes == null ? null : minutes.longValue(), 0, MAX_DURATION_MINUTES);
    }

    /** The online-only categories must be digital, all others must not (reference 5.3). */
    static void place(RuleCheck check, @Nullable OfferCategory category, @Nullable Location location) {
        if (category == null || location == null || !category.id().creatable()) {
            return;
        }
        boolean digital = location instanceof Location.Digital;
        if (category.id().onlineOnly()) {
            check.require(digital, "location.type", RuleCode.MUST_BE_DIGITAL);
        } else {
            check.require(!digital, "location.type", RuleCode.MUST_NOT_BE_DIGITAL);
        }
    }

    static void duo(RuleCheck check, @Nullable OfferCategory category, @Nullable Boolean duo) {
        boolean refused = category != null
                && Boolean.TRUE.equals(duo)
                && category.id().creatable()
                && !category.id().duoPossible();
        check.require(!refused, "enableDoubleBookings", RuleCode.DUO_NOT_ALLOWED);
    }

    static void image(RuleCheck check, @Nullable OfferImageDraft image) {
        if (image != null) {
            check.nested("image", image.violations(ImageUse.OFFER));
        }
    }

    /** The stock of a product cannot close before it opens (reference 6.1). */
    static void limitAfterOpening(
            RuleCheck check,
            @Nullable Instant bookingLimit,
            @Nullable Publication publication,
            @Nullable Instant bookingAllowed) {
        Instant published = publication == null ? null : publication.instant();
        check.notBefore(STOCK_LIMIT, bookingLimit, "publicationDatetime", published)
                .notBefore(STOCK_LIMIT, bookingLimit, "bookingAllowedDatetime", bookingAllowed);
    }

    /** Whether offers of this category can be made by API, and if not, whether there is another way. */
    static RuleCheck creatable(OfferCategory category) {
        CategoryId id = category.id();
        boolean rightKind = category instanceof ProductCategory ? id.product() : id.event();
        return id.onlyByEan()
                ? new RuleCheck().report("category", RuleCode.ONLY_BY_EAN)
                : new RuleCheck().require(rightKind && id.creatable(), "category", RuleCode.CATEGORY_NOT_CREATABLE);
    }

    /** Looks at every text of a category. */
    static RuleCheck storable(RuleCheck check, OfferCategory category) {
        if (category instanceof Category.Music music) {
            check.storable("author", music.author()).storable("performer", music.performer());
        } else if (category instanceof Category.Show show) {
            people(check, show.author(), show.stageDirector()).storable("performer", show.performer());
        } else if (category instanceof Category.Cinema cinema) {
            people(check, cinema.author(), cinema.stageDirector()).storable("visa", cinema.visa());
        } else if (category instanceof Category.VisualArts arts) {
            check.storable("author", arts.author()).storable("performer", arts.performer());
        } else if (category instanceof Category.Talk talk) {
            check.storable("speaker", talk.speaker());
        } else if (category instanceof ProductCategory.Book book) {
            check.storable("author", book.author());
        } else if (category instanceof ProductCategory.Audiobook book) {
            check.storable("author", book.author());
        } else if (category instanceof ProductCategory.Recording recording) {
            check.storable("author", recording.author()).storable("performer", recording.performer());
        } else if (category instanceof ProductCategory.RecordedShow show) {
            people(check, show.author(), show.stageDirector()).storable("performer", show.performer());
        } else if (category instanceof ProductCategory.Film film) {
            people(check, film.author(), film.stageDirector()).storable("visa", film.visa());
        } else if (category instanceof ProductCategory.Lesson lesson) {
            check.storable("speaker", lesson.speaker());
        }
        return check;
    }

    private static RuleCheck people(RuleCheck check, @Nullable String author, @Nullable String stageDirector) {
        return check.storable("author", author).storable("stageDirector", stageDirector);
    }

    /** Thirteen digits; the check digit is not looked at, for the server may have sent this number itself. */
    static void ean(RuleCheck check, @Nullable Ean ean) {
        check.require(ean == null || THIRTEEN_DIGITS.matcher(ean.value()).matches(), "ean", RuleCode.BAD_EAN);
    }

    static @Nullable Long cents(@Nullable Price price) {
        return price == null ? null : price.cents();
    }

    static @Nullable Long places(@Nullable Capacity capacity) {
        return capacity == null || capacity.isUnlimited()
                ? null
                : capacity.count().getAsLong();
    }

    static @Nullable Long places(@Nullable Remaining remaining) {
        return remaining == null || remaining.isUnlimited()
                ? null
                : remaining.count().getAsLong();
    }
}
