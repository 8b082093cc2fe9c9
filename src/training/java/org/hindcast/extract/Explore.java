package org.hindcast.extract;

import java.nio.file.Path;
import java.util.*;

class Explore {
    static Sentences splitter = new Sentences(); static Tagger tagger = new Tagger(); static Cues cues = new Cues();
    static int[] count(Example e, double[][] p, double threshold) {
        // found, offered, recalled, wanted
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i < p.length; i++) if (p[i][1] >= threshold) { Sentence s = e.reading().sentences.get(i); spans.add(new int[]{s.start(), s.end()}); }
        return count(e.piece(), spans);
    }
    static int[] count(LabelledPiece piece, List<int[]> spans) {
        spans.removeIf(s -> piece.doubtful().stream().anyMatch(d -> d.matches(s[0], s[1])));
        List<LabelledPiece.Span> gold = new ArrayList<>(piece.author()); gold.removeIf(g -> piece.doubtful().stream().anyMatch(d -> d.matches(g.start(), g.end())));
        int found = 0; for (int[] s : spans) if (gold.stream().anyMatch(g -> g.matches(s[0], s[1]))) found++;
        int rec = 0; for (var g : gold) if (spans.stream().anyMatch(s -> g.matches(s[0], s[1]))) rec++;
        return new int[]{found, spans.size(), rec, gold.size()};
    }
    static double[] prf(int[] c) { double p = c[1]==0?1:c[0]/(double)c[1], r = c[3]==0?1:c[2]/(double)c[3]; return new double[]{p, r, p+r==0?0:2*p*r/(p+r)}; }
    public static void main(String[] a) throws Exception {
        List<Example> all = new ArrayList<>();
        for (String[] set : new String[][]{{"/work/shared/extraction/dev","dev"},{"/work/shared/extraction/essays","essays"},{a.length>2?a[2]:"/work/labels/src/training/pieces","own"}})
            for (LabelledPiece p : LabelledPiece.in(Path.of(set[0]), set[1])) all.add(Example.of(p, splitter, tagger, cues));
        double penalty = Double.parseDouble(a[0]); boolean verbose = a.length > 1 && a[1].equals("v");
        int n=0,pos=0,oth=0; for (Example e: all) for (int l: e.labels()) {n++; if(l==1)pos++; if(l==2)oth++;}
        System.out.println("pieces "+all.size()+" sentences "+n+" author "+pos+" other "+oth);
        if (a.length > 3) for (String drop : a[3].split(",")) { List<Example> kept = new ArrayList<>(); for (Example e : all) { List<Map<String, Double>> fs = new ArrayList<>(); for (Map<String, Double> f : e.features()) { Map<String, Double> g = new HashMap<>(f); for (String d : drop.split("[+]")) g.keySet().removeIf(k -> k.startsWith(d)); fs.add(g); } kept.add(new Example(e.piece(), e.reading(), fs, e.labels())); }
            System.out.println("== without " + drop); brief(kept, cv(kept, penalty, 10)); }
        if (a.length > 3) return;
        double[][][] p = cv(all, penalty, 10);
        report(all, p, false);
        double[][][] q = two(all, penalty, 10, new Boosting.Settings(150, 3, 0.06, 3, 5, 0.7, 1));
        System.out.println("-- two"); report(all, q, verbose);
    }
    static double[][][] cv(List<Example> all, double penalty, int folds) {
        double[][][] p = new double[all.size()][][];
        List<Integer> order = new ArrayList<>(); for (int i = 0; i < all.size(); i++) order.add(i); Collections.shuffle(order, new Random(7));
        java.util.stream.IntStream.range(0, folds).forEach(f -> {
            List<Example> train = new ArrayList<>(); for (int k = 0; k < order.size(); k++) if (k % folds != f) train.add(all.get(order.get(k)));
            Model m = Fit.of(train, penalty);
            for (int k = f; k < order.size(); k += folds) { Example e = all.get(order.get(k)); p[order.get(k)] = e.features().stream().map(m::probabilities).toArray(double[][]::new); }
        });
        return p;
    }
    static void brief(List<Example> all, double[][][] p) {
        // log loss and average precision by kind
        for (String kind : new String[]{"real-posts","real-opeds","own-posts","own-opeds"}) { double ll = 0; int n = 0; List<double[]> r = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) { Example e = all.get(i); String k = (e.piece().set().equals("own") ? "own" : "real") + (e.piece().isPost() ? "-posts" : "-opeds"); if (!k.equals(kind)) continue;
                for (int j = 0; j < p[i].length; j++) { int l = e.labels()[j]; if (l < 0) continue; double q = Math.max(1e-4, Math.min(1-1e-4, p[i][j][1])); ll -= l == 1 ? Math.log(q) : Math.log(1-q); n++; r.add(new double[]{q, l == 1 ? 1 : 0}); } }
            r.sort((x, y) -> Double.compare(y[0], x[0])); double tp = 0, ap = 0; for (int k = 0; k < r.size(); k++) if (r.get(k)[1] == 1) { tp++; ap += tp / (k + 1); }
            System.out.printf("   %s ll %.4f ap %.4f n %d pos %.0f", kind, ll / n, ap / tp, n, tp); }
        System.out.println();
    }
    static double[][][] two(List<Example> all, double penalty, int folds, Boosting.Settings settings) {
        double[][][] p = new double[all.size()][][];
        List<Integer> order = new ArrayList<>(); for (int i = 0; i < all.size(); i++) order.add(i); Collections.shuffle(order, new Random(7));
        for (int f = 0; f < folds; f++) {
            List<Example> train = new ArrayList<>(); for (int k = 0; k < order.size(); k++) if (k % folds != f) train.add(all.get(order.get(k)));
            double[][][] inner = cv(train, penalty, 5);
            Trees trees = second(train, inner, settings);
            Model m = Fit.of(train, penalty);
            for (int k = f; k < order.size(); k += folds) { Example e = all.get(order.get(k)); double[][] first = e.features().stream().map(m::probabilities).toArray(double[][]::new);
                Surroundings s = new Surroundings(e.reading(), first); double[][] out = new double[first.length][]; for (int i = 0; i < out.length; i++) { double a = trees.probability(s.of(i)); out[i] = new double[]{1 - a, a, first[i][2]}; } p[order.get(k)] = out; }
        }
        return p;
    }
    static Trees second(List<Example> train, double[][][] inner, Boosting.Settings settings) {
        List<double[]> x = new ArrayList<>(); List<Boolean> y = new ArrayList<>();
        for (int e = 0; e < train.size(); e++) { Surroundings s = new Surroundings(train.get(e).reading(), inner[e]); int[] l = train.get(e).labels(); for (int i = 0; i < l.length; i++) if (l[i] >= 0) { x.add(s.of(i)); y.add(l[i] == 1); } }
        boolean[] yy = new boolean[y.size()]; for (int i = 0; i < yy.length; i++) yy[i] = y.get(i); double[] w = new double[yy.length]; Arrays.fill(w, 1);
        return Boosting.fit(x.toArray(double[][]::new), yy, w, settings);
    }
    static void report(List<Example> all, double[][][] p, boolean verbose) {
        Map<String,List<Integer>> sets = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) { Example e = all.get(i); sets.computeIfAbsent(e.piece().set(), k->new ArrayList<>()).add(i); sets.computeIfAbsent(e.piece().set().equals("own") ? (e.piece().isPost() ? "own-posts":"own-opeds") : "real", k->new ArrayList<>()).add(i); sets.computeIfAbsent("all", k->new ArrayList<>()).add(i);
            sets.computeIfAbsent(e.piece().isPost() ? "all-posts":"all-opeds", k->new ArrayList<>()).add(i);}
        sets.forEach((name, is) -> {
            double best = 0, bt = 0; String row = "";
            double r90t = 0; String maybe = "";
            for (double t = 0.02; t < 0.95; t += 0.01) {
                int[] c = new int[4]; for (int i : is) { int[] d = count(all.get(i), p[i], t); for (int k = 0; k < 4; k++) c[k] += d[k]; }
                double[] f = prf(c); if (f[2] > best) { best = f[2]; bt = t; }
                if (f[1] >= 0.9) { r90t = t; maybe = String.format("R90 at %.2f P %.2f", t, f[0]); }
                if (Math.abs(t - 0.3) < 1e-6 || Math.abs(t - 0.4) < 1e-6 || Math.abs(t-0.5)<1e-6) row += String.format(" @%.1f P %.2f R %.2f F %.3f |", t, f[0], f[1], f[2]);
            }
            System.out.printf("%-10s %3d best F %.3f at %.2f |%s %s%n", name, is.size(), best, bt, row, maybe);
        });
        if (verbose) for (int i = 0; i < all.size(); i++) { Example e = all.get(i); for (int j = 0; j < p[i].length; j++) { int l = e.labels()[j]; double q = p[i][j][1];
            boolean hit = q >= 0.4; if (l >= 0 && hit != (l == 1)) System.out.printf("%s %s %.2f/%.2f [%s] %s%n", l==1?"FN":"FP", e.piece().name().substring(0, Math.min(12,e.piece().name().length())), q, p[i][j][2], e.reading().blockOf(j).kind(), e.reading().sentences.get(j).line()); } }
    }
}
