"""Makes the HDF5 and NetCDF files of this folder: h5py 3.7.0, netCDF4 1.6.2."""
import h5py
import netCDF4
import numpy as np

i = np.arange(24)
x = 400 + 2.5 * i
y = (37 * i % 101) / 100


def text(value):
    return np.bytes_(value)


with h5py.File("nexus.h5", "w", libver="earliest") as f:
    entry = f.create_group("entry")
    entry.attrs["NX_class"] = text("NXentry")
    data = entry.create_group("data")
    data.attrs.update({"NX_class": text("NXdata"), "signal": text("absorbance"), "axes": text("energy")})
    data.create_dataset("energy", data=x).attrs["units"] = text("eV")
    data.create_dataset("absorbance", data=y)
    data.create_dataset("absorbance_errors", data=y / 10)
    data.create_dataset("title", data="made up")

def nexus(path, libver):
    f = h5py.File(path, "w", libver=libver)
    data = f.create_group("data")
    data.attrs.update({"NX_class": "NXdata", "signal": "counts", "axes": ["point", "shift"]})
    data.create_dataset("point", data=np.arange(3))
    shift = data.create_dataset("shift", data=x.astype("f4"))
    shift.attrs["units"] = "1/cm"
    shift.attrs["long_name"] = "Raman shift"
    data.create_dataset("counts", data=np.array([y, 2 * y, 3 * y]) * 100, chunks=(2, 10), compression="gzip", shuffle=True)
    f.close()


nexus("nexus2d.h5", "earliest")
nexus("latest.h5", "latest")

with h5py.File("plain.h5", "w") as f:
    a = f.create_group("a")
    a.create_dataset("wavelength", data=x).attrs["units"] = text("nm")
    a.create_dataset("first", data=y)
    a.create_dataset("second", data=(3 * i % 7).astype(">i2"))
    b = f.create_group("b")
    b.create_dataset("wavenumber", data=4000 - 3 * x)
    b.create_dataset("spectra", data=np.array([y, 2 * y]).T)

with h5py.File("linked.h5", "w") as f:
    f["outside"] = h5py.ExternalLink("plain.h5", "/a")
    f["soft"] = h5py.SoftLink("/group")
    group = f.create_group("group")
    group["itself"] = group

with h5py.File("nothing.h5", "w") as f:
    f.create_dataset("image", data=np.zeros((3, 4, 5)))
    f.create_dataset("trace", data=y)
    f.create_dataset("label", data="made up")


def dataset(path, form):
    with netCDF4.Dataset(path, "w", format=form) as f:
        f.title = "made up"
        f.createDimension("wavelength", 24)
        f.createDimension("sample", 2)
        w = f.createVariable("wavelength", "f8", ("wavelength",))
        w.units = "nm"
        w[:] = x
        r = f.createVariable("reflectance", "i2", ("sample", "wavelength"), fill_value=-999)
        r.scale_factor = 0.01
        r.set_auto_maskandscale(False)
        r[:] = np.array([37 * i % 101, np.where(i == 5, -999, 2 * (37 * i % 101))])


dataset("classic.nc", "NETCDF3_CLASSIC")
dataset("offset64.nc", "NETCDF3_64BIT_OFFSET")
dataset("netcdf4.nc", "NETCDF4")

with netCDF4.Dataset("records.nc", "w", format="NETCDF3_CLASSIC") as f:
    f.createDimension("energy", None)
    for name, values in (("energy", x), ("counts", 100 * y)):
        f.createVariable(name, "f4", ("energy",))[:] = values
    f["energy"].units = "keV"
with netCDF4.Dataset("nothing.nc", "w", format="NETCDF3_CLASSIC") as f:
    f.createDimension("time", 24)
    f.createVariable("time", "f8", ("time",))[:] = x
    f.createVariable("total_intensity", "f8", ("time",))[:] = y
