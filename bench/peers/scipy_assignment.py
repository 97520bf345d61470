"""Solves an instance of bench/instance.ts; prints the greatest total, the seconds from known scores, and the peak in MB."""
import resource
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

with open(sys.argv[1], "rb") as file:
    rows, columns, penalty, unit = numpy.fromfile(file, numpy.float64, 4).astype(int)
    waits = numpy.fromfile(file, numpy.int32, rows)
    seats = numpy.fromfile(file, numpy.int32, columns)
    scores = numpy.fromfile(file, numpy.int16, rows * columns).reshape(rows, columns)
start = time.perf_counter()
# A column a seat; 0 where a pair is forbidden: then nobody is placed.
seat_of = numpy.concatenate([numpy.arange(count) for count in seats])
mentor_of = numpy.repeat(numpy.arange(columns), seats)
values = numpy.empty((rows, len(mentor_of)))
for row in range(rows):
    own = scores[row, mentor_of]
    values[row] = numpy.where(own < 0, 0, (waits[row] + 1) * unit + own - penalty * seat_of)
chosen = linear_sum_assignment(values, maximize=True)
took = time.perf_counter() - start
print(int(values[chosen].sum()), took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
