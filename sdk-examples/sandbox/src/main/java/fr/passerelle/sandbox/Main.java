package fr.passerelle.sandbox;

/** Starts the programme. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {}
}
