package org.hindcast.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/** Multinomial logistic regression with an L2 penalty, fitted with L-BFGS. */
final class Logistic {

    /** A row of the design: which columns are not zero, and what stands in them. */
    record Row(int[] columns, double[] values, int label, double weight) {
    }

    private static final int MEMORY = 8;

    private Logistic() {
    }

    /**
     * @param penalties per column: half of it times the square of what each weight differs from its prior is added to the loss
     * @param priors by class and column: what weights are where nothing speaks for another
     * @return weights by class and column
     */
    static double[][] fit(Row[] rows, int classes, double[] penalties, double[][] priors, int iterations) {
        int d = penalties.length;
        // The weights of a column stand together, since they are read together
        double[] prior = new double[classes * d];
        for (int j = 0; j < prior.length; j++) {
            prior[j] = priors[j % classes][j / classes];
        }
        double[] w = prior.clone();
        double[] gradient = new double[w.length];
        double loss = loss(rows, classes, penalties, prior, w, gradient);
        Deque<double[][]> memory = new ArrayDeque<>();
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] direction = direction(gradient, memory);
            double slope = dot(direction, gradient);
            if (slope > -1e-9) {
                break;
            }
            double step = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = null;
            double[] nextGradient = new double[w.length];
            double nextLoss = Double.POSITIVE_INFINITY;
            for (int half = 0; half < 30; half++, step /= 2) {
                next = plus(w, step, direction);
                nextLoss = loss(rows, classes, penalties, prior, next, nextGradient);
                if (nextLoss <= loss + 1e-4 * step * slope) {
                    break;
                }
            }
            double[] s = plus(next, -1, w);
            double[] y = plus(nextGradient, -1, gradient);
            if (dot(s, y) > 1e-12) {
                memory.addFirst(new double[][] { s, y });
                if (memory.size() > MEMORY) {
                    memory.removeLast();
                }
            }
            boolean still = Math.abs(loss - nextLoss) < 1e-4 * Math.max(1, Math.abs(loss));
            w = next;
            gradient = nextGradient;
            loss = nextLoss;
            if (still) {
                break;
            }
        }
        double[][] weights = new double[classes][d];
        for (int j = 0; j < w.length; j++) {
            weights[j % classes][j / classes] = w[j];
        }
        return weights;
    }

    private static double loss(Row[] rows, int classes, double[] penalties, double[] prior, double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        double[] p = new double[classes];
        for (Row row : rows) {
            Arrays.fill(p, 0);
            for (int k = 0; k < row.columns.length; k++) {
                int at = row.columns[k] * classes;
                for (int c = 0; c < classes; c++) {
                    p[c] += w[at + c] * row.values[k];
                }
            }
            loss -= row.weight * (p[row.label] - logSumExp(p));
            Linear.softmax(p);
            p[row.label] -= 1;
            for (int k = 0; k < row.columns.length; k++) {
                int at = row.columns[k] * classes;
                double value = row.weight * row.values[k];
                for (int c = 0; c < classes; c++) {
                    gradient[at + c] += p[c] * value;
                }
            }
        }
        for (int j = 0; j < w.length; j++) {
            double weight = w[j] - prior[j];
            double penalty = penalties[j / classes];
            loss += penalty / 2 * weight * weight;
            gradient[j] += penalty * weight;
        }
        return loss;
    }

    private static double logSumExp(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : z) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (double one : z) {
            sum += StrictMath.exp(one - most);
        }
        return most + StrictMath.log(sum);
    }

    private static double[] direction(double[] gradient, Deque<double[][]> memory) {
        double[] q = gradient.clone();
        double[] alphas = new double[memory.size()];
        int i = 0;
        for (double[][] pair : memory) {
            alphas[i] = dot(pair[0], q) / dot(pair[0], pair[1]);
            add(q, -alphas[i++], pair[1]);
        }
        if (!memory.isEmpty()) {
            double[][] last = memory.peekFirst();
            double scale = dot(last[0], last[1]) / dot(last[1], last[1]);
            for (int j = 0; j < q.length; j++) {
                q[j] *= scale;
            }
        }
        for (Iterator<double[][]> oldest = memory.descendingIterator(); oldest.hasNext();) {
            double[][] pair = oldest.next();
            double beta = dot(pair[1], q) / dot(pair[0], pair[1]);
            add(q, alphas[--i] - beta, pair[0]);
        }
        for (int j = 0; j < q.length; j++) {
            q[j] = -q[j];
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] plus(double[] a, double times, double[] b) {
        double[] sum = a.clone();
        add(sum, times, b);
        return sum;
    }

    private static void add(double[] a, double times, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += times * b[i];
        }
    }
}
