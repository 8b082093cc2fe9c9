package org.hindcast;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that is logged while it is open, with stack traces. */
public final class LogLines extends Handler implements AutoCloseable {

    private final StringWriter lines = new StringWriter();

    private LogLines() {
    }

    public static LogLines open() {
        LogLines opened = new LogLines();
        Logger.getLogger("").addHandler(opened);
        return opened;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        lines.append(entry.getLoggerName()).append(' ').append(entry.getMessage()).append(' ')
                .append(Arrays.toString(entry.getParameters())).append('\n');
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(lines, true));
        }
    }

    public synchronized String text() {
        return lines.toString();
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
