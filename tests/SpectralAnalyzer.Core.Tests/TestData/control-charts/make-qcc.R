# Rscript make-qcc.R <folder with the sources of qcc> > qcc.csv
for (f in list.files(file.path(commandArgs(TRUE)[1], "R"), full.names=TRUE, pattern="[.]R$")) suppressMessages(source(f))
set.seed(1984)
x <- c(rnorm(40), rnorm(20, 0, 0.3), rnorm(20, 0.8), seq(-1.2, 0.9, length.out=7), rep(c(0.6,-0.6),9)+rnorm(18,0,0.1),
       sample(c(-1,1),14,TRUE)*1.6+rnorm(14,0,0.2), rnorm(20,-1.5), rnorm(20))
x <- round(25 + 0.4*x, 3)
q <- qcc(x[1:60], type="xbar.one", newdata=x[61:length(x)], plot=FALSE)
e <- ewma(x, center=q$center, std.dev=q$std.dev, lambda=0.2, nsigmas=3, plot=FALSE)
n <- length(x)
hit <- function(f) { v <- rep(0, n); v[f(q)] <- 1; v }
nel <- list(qccRulesViolatingNEL1,qccRulesViolatingNEL2,qccRulesViolatingNEL3,qccRulesViolatingNEL4,qccRulesViolatingNEL5,qccRulesViolatingNEL6,qccRulesViolatingNEL7,qccRulesViolatingNEL8)
bits <- rep(0, n); for (i in 1:8) bits <- bits + 2^(i-1)*hit(nel[[i]])
wer <- 1*hit(qccRulesViolatingWER1)+2*hit(qccRulesViolatingWER4)+16*hit(qccRulesViolatingWER2)+32*hit(qccRulesViolatingWER3)
lim <- if (nrow(e$limits)==1) e$limits[rep(1,n),] else e$limits
ew <- as.vector(e$ewma)

bits <- bits + 256*(ew < lim[,1] | ew > lim[,2])
cat(sprintf("# qcc %s (github.com/luca-scr/qcc, af35099), R %s.%s: qcc(x[1:60], type = \"xbar.one\", newdata = x[61:%d]), ewma(lambda = 0.2), its rules of Nelson and Western Electric (d2 = 1.128)\n", "3.0", R.version$major, R.version$minor, n))
cat(sprintf("# center %.10f sigma %.10f\n", q$center, q$std.dev))
cat("value,ewma,lower,upper,nelson,western\n")
cat(sprintf("%.3f,%.8f,%.8f,%.8f,%d,%d\n", x, ew, lim[,1], lim[,2], bits, wer), sep="")
cat(sapply(0:8, function(i) sum(bitwAnd(as.integer(bits), bitwShiftL(1L,i))>0)), "\n", file=stderr())
