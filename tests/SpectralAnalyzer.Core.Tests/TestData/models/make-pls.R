# Writes pls.csv: cross-validated regression of regression.csv by the package pls, segments interleaved as venetian blinds.
#   Rscript make-pls.R                     (Debian 12: R 4.2.2, r-cran-pls 2.8.1)
suppressMessages(library(pls))
data <- as.matrix(read.csv("regression.csv", header = FALSE))
set <- data.frame(y = data[, 1])
set$x <- I(data[, -1])
segments <- lapply(1:10, function(i) seq(i, nrow(set), by = 10))
lines <- c("# R 4.2.2, pls 2.8.1; components, RMSECV by SIMPLS, by NIPALS, R2 of cross-validation by NIPALS")
fit <- function(method) plsr(y ~ x, ncomp = 6, data = set, method = method, validation = "CV", segments = segments)
simpls <- fit("simpls")
nipals <- fit("oscorespls")
for (k in 1:6) {
  lines <- c(lines, sprintf("%d,%.15g,%.15g,%.15g", k,
    RMSEP(simpls, estimate = "CV", intercept = FALSE)$val[1, 1, k],
    RMSEP(nipals, estimate = "CV", intercept = FALSE)$val[1, 1, k],
    R2(nipals, estimate = "CV", intercept = FALSE)$val[1, 1, k]))
}
writeLines(lines, "pls.csv")
