package fr.passerelle.model.value;

/** The picture formats that the server takes, told by content and never by file name (reference 6.6). */
public enum ImageFormat {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    /** Several JPEG pictures in one file, as some phones and 3D cameras write; the first one counts. */
    MPO("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String extension;

    ImageFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type of an upload. */
    public String mediaType() {
        return mediaType;
    }

    /** What file names end in, without the dot. */
    public String extension() {
        return extension;
    }
}
