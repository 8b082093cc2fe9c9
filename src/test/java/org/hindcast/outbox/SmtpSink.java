package org.hindcast.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A mail server that keeps what it is sent, and misbehaves when told to. On loopback only; needs nothing but the JDK. */
public final class SmtpSink implements AutoCloseable {

    /** What goes wrong with a mail. */
    public enum Fault {
        NONE,
        /** Closes the connection as soon as the recipient is named. */
        DROP_AT_RECIPIENT,
        /** 550: there is no such recipient. */
        NO_SUCH_RECIPIENT,
        /** 451: come again later. */
        NOT_NOW,
        /** 421: the server is about to go down. */
        GOING_DOWN,
        /** 554 to the final dot: not taken. */
        REFUSE_MESSAGE,
        /** Closes the connection before it has read the final dot, which may be on its way: not taken. */
        DROP_IN_MESSAGE,
        /** Keeps the mail and closes the connection instead of saying 250. */
        DROP_BEFORE_250,
        /** Keeps the mail and never answers. */
        HANG_AFTER_DOT
    }

    /** A mail that was kept. */
    public record Mail(String recipient, String raw) {

        /** A header in one line, as it was sent; null where it is missing. */
        public String header(String name) {
            String[] lines = raw.substring(0, raw.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ").split("\r\n");
            for (String line : lines) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return null;
        }
    }

    private final int port;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Function<String, Fault> faults = recipient -> Fault.NONE;
    private volatile BiConsumer<Mail, Fault> kept = (mail, fault) -> {
    };
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile ServerSocket server;
    private volatile Thread accepting;

    /** @param port 0 for any that is free */
    public SmtpSink(int port) throws IOException {
        server = listen(port);
        this.port = server.getLocalPort();
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket listening = new ServerSocket(at, 100, InetAddress.getLoopbackAddress());
        accepting = daemon(() -> accept(listening));
        return listening;
    }

    public int port() {
        return port;
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    public List<Mail> to(String recipient) {
        return mails.stream().filter(mail -> mail.recipient.equals(recipient)).toList();
    }

    /** From now on this decides, by the recipient, what goes wrong. */
    public void misbehave(Function<String, Fault> how) {
        faults = how;
    }

    /** This is told of each mail as soon as it is kept, before the other side hears of it, and of what goes wrong with it. */
    public void whenKept(BiConsumer<Mail, Fault> told) {
        kept = told;
    }

    /** How many wait for an answer that does not come. */
    public int hanging() {
        return hanging.get();
    }

    /** Nobody can connect, and who is connected no longer is. */
    public void down() throws IOException {
        server.close();
        try {
            accepting.join(); // until it has returned the port is not free
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Where it is up, nothing changes. */
    public void up() throws IOException {
        if (server.isClosed()) {
            server = listen(port);
        }
    }

    @Override
    public void close() throws IOException {
        down();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                daemon(() -> {
                    try (socket) {
                        talk(socket);
                    } catch (IOException e) {
                        // the other side is gone
                    } finally {
                        open.remove(socket);
                    }
                });
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        say(out, "220 sink");
        String recipient = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
            switch (verb) {
                case "RCPT" -> {
                    recipient = line.replaceAll("(?i)^RCPT TO:\\s*<([^>]*)>.*", "$1");
                    switch (faults.apply(recipient)) {
                        case DROP_AT_RECIPIENT -> {
                            return;
                        }
                        case NO_SUCH_RECIPIENT -> say(out, "550 5.1.1 <" + recipient + "> is unknown here");
                        case NOT_NOW -> say(out, "451 4.7.1 come again later");
                        case GOING_DOWN -> {
                            say(out, "421 4.3.2 going down");
                            return;
                        }
                        default -> say(out, "250 ok");
                    }
                }
                case "DATA" -> {
                    Fault fault = faults.apply(recipient);
                    say(out, "354 go on");
                    String raw = message(in, fault == Fault.DROP_IN_MESSAGE);
                    if (raw == null) {
                        return;
                    }
                    if (fault == Fault.REFUSE_MESSAGE) {
                        say(out, "554 5.6.0 no");
                        continue;
                    }
                    Mail mail = new Mail(recipient, raw);
                    mails.add(mail);
                    kept.accept(mail, fault);
                    if (fault == Fault.DROP_BEFORE_250) {
                        return;
                    }
                    if (fault == Fault.HANG_AFTER_DOT) {
                        hang(in);
                        return;
                    }
                    say(out, "250 kept");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    /** Until the other side gives up. */
    private void hang(BufferedReader in) throws IOException {
        hanging.incrementAndGet();
        try {
            while (in.read() >= 0) {
                // whatever it says
            }
        } finally {
            hanging.decrementAndGet();
        }
    }

    /** Null where it ended early, or is to. */
    private static String message(BufferedReader in, boolean drop) throws IOException {
        StringBuilder raw = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (drop) {
                return null;
            }
            if (line.equals(".")) {
                return raw.toString();
            }
            raw.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return null;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
