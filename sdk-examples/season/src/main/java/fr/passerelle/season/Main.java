package fr.passerelle.season;

/** Starts the programme. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {}
}
