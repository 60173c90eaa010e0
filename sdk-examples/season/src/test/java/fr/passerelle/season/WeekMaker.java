package fr.passerelle.season;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes a cinema's week of any size, the same for the same numbers. */
final class WeekMaker {

    private static final int SEED = 7;
    private static final int FIRST_VISA = 100_001;
    private static final String[] FORMATS = {"", "3D", "ICE", "2D"};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH'h'mm", Locale.ROOT);

    private WeekMaker() {}

    /** Films numbered from {@link #visa(int) visa(0)}, with as many sessions each, from this moment on. */
    static String csv(int films, int sessions, LocalDateTime from) {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder csv = new StringBuilder("Visa;Date;Heure;VF/VO;Format;Salle;Places;Tarif\n");
        for (int film = 0; film < films; film++) {
            for (int session = 0; session < sessions; session++) {
                LocalDateTime start = from.plusHours(4L * session);
                csv.append(visa(film)).append(';');
                csv.append(DAY.format(start))
                        .append(';')
                        .append(TIME.format(start))
                        .append(';');
                csv.append(random.nextBoolean() ? "VF" : "VO").append(';');
                csv.append(FORMATS[random.nextInt(FORMATS.length)]).append(";Salle ");
                csv.append(film).append(';').append(random.nextInt(10, 300)).append(';');
                csv.append(random.nextBoolean() ? "7,00 €" : "5,50 €").append('\n');
            }
        }
        return csv.toString();
    }

    static int visa(int film) {
        return FIRST_VISA + film;
    }

    /** Prints a week of this many films and sessions each, from tomorrow on. */
    public static void main(String[] numbers) {
        System.out.print(csv(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                LocalDateTime.now(ZoneOffset.UTC).plusDays(1)));
    }
}
