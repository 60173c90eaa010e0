package fr.passerelle.internal.call;

import fr.passerelle.model.value.ImageFile;
import java.util.Map;

/** What a call sends; it can be written as often as the call is tried. */
public sealed interface Body {

    /**
     * A document.
     *
     * @param text JSON
     */
    record Json(String text) implements Body {

        /** Without the text, which may hold people's data. */
        @Override
        public String toString() {
            return "JSON";
        }
    }

    /**
     * A picture, as a form.
     *
     * @param file the part called {@code file}
     * @param fields the other parts
     */
    record Upload(ImageFile file, Map<String, String> fields) implements Body {
        public Upload {
            fields = Map.copyOf(fields);
        }
    }
}
