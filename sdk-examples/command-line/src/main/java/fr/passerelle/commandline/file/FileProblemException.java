package fr.passerelle.commandline.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file cannot be read or written, and why. */
public final class FileProblemException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** There is no such file. */
        MISSING,
        /** A folder stands where a file is asked for. */
        IS_FOLDER,
        /** The file, or the folder it is to stand in, is not open to this user. */
        DENIED,
        /** Reading breaks off. */
        UNREADABLE,
        /** More bytes than any such file has, or a device that never ends. */
        TOO_LARGE,
        /** The folder to write into is not there. */
        NO_FOLDER,
        /** The output is an input or another output, by whatever path. */
        IS_INPUT,
        /** Writing breaks off: the disk is full, or whoever reads has gone. */
        UNWRITABLE
    }

    private final Problem problem;
    private final transient Path path;

    FileProblemException(Problem problem, Path path) {
        super(problem + " " + path);
        this.problem = problem;
        this.path = path;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Whether it broke off under way: what was named is right, and the disk or the reader is not. */
    public boolean isUnderWay() {
        return problem == Problem.UNREADABLE || problem == Problem.UNWRITABLE;
    }

    /** As it was named. */
    public Path path() {
        return path;
    }
}
