package fr.passerelle.sandbox;

/** Starts the sandbox as a program: {@code --port N}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        int port = args.length == 2 && args[0].equals("--port") ? Integer.parseInt(args[1]) : 0;
        try (Sandbox sandbox = Sandbox.start(port)) {
            System.out.println(sandbox.baseUrl());
            Thread.currentThread().join();
        }
    }
}
